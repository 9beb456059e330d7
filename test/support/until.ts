const LIMIT_MS = 25_000;

/** Waits for a condition and answers what made it true; fails with its name after 25 s (or the given limit), when something hangs. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | false | null | undefined> | T | false | null | undefined,
  limitMs = LIMIT_MS,
): Promise<T> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline;) {
    const answer = await condition();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited in vain: ${what}`);
}
