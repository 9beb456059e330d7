/** Keys whose values are never written, at any depth that pino looks at. */
export const SECRET_KEYS = [
  'password',
  'newPassword',
  'currentPassword',
  'token',
  'secret',
  'apiKey',
  'authorization',
  'cookie',
  'set-cookie',
  'email',
  'phone',
];

export const redactPaths: string[] = SECRET_KEYS.flatMap((key) =>
  key.includes('-') ? [`["${key}"]`, `*["${key}"]`] : [key, `*.${key}`, `*.*.${key}`],
);

const ADDRESS = /[^\s@<>"'()=,;:]+@[^\s@<>"'()=,;:]+\.[a-z]{2,}/gi;
const BEARER = /\b(bearer|basic)\s+\S+/gi;
const URL_PASSWORD = /(\w+:\/\/[^\s:/@]*:)[^\s@/]+@/g;

/** Takes mail addresses and credentials out of free text: messages of drivers quote what they were given. */
export const redactText = (text: string): string =>
  text
    .replace(URL_PASSWORD, '$1***@')
    .replace(BEARER, '$1 ***')
    .replace(ADDRESS, (found) => (found.includes('***@') ? found : '[address]'));

/** An error as it is logged. Drivers hang the statement, its values and the offending row on it; none of that is kept. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown; constraint?: unknown } };
  const plain = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    type: error.name,
    code: plain(code) ?? plain(driverError?.code),
    constraint: plain(driverError?.constraint),
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}
