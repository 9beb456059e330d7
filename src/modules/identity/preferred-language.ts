const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The first language of an Accept-Language header, by weight; `en` when there is none. */
export function preferredLanguage(header: string | undefined): string {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim().toLowerCase().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    });
  const best = wishes.filter(({ tag, weight }) => TAG.test(tag) && weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return best?.tag ?? 'en';
}
