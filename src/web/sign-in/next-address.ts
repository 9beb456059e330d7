/** Where a person wanted to go before she had to sign in: a path of this exchange, never another site's address. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/') || /^\/[/\\]|[\\\r\n\t]/.test(next)) return '/dashboard';
  return /^\/(sign-(in|up|out)|api)\b/.test(next) ? '/dashboard' : next;
}
