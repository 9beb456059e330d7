import { isIPv6 } from 'node:net';

/** A caller's network, as quotas count it: an IPv4 address, or the /64 of which an IPv6 subscriber owns every address. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const groups = (half: string): string[] =>
    half
      .replace(/\d+(\.\d+){3}$/, '0:0')
      .split(':')
      .filter(Boolean);
  const [head = '', tail = ''] = (ip.split('%')[0] ?? '').split('::');
  const [first, last] = [groups(head), groups(tail)];
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  const prefix = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${prefix.join(':')}::/64`;
}
