/** `key: value` on each line, as an object. A line without a colon is a key without a value. */
export const pairsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [key = '', ...rest] = line.split(':');
        return [key.trim(), rest.join(':').trim()];
      }),
  );

/** The inverse of pairsIn. */
export const linesOf = (pairs: Readonly<Record<string, unknown>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('\n');
