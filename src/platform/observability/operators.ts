import type { FastifyRequest } from 'fastify';
import { BlockList, isIPv6 } from 'node:net';

const near = new BlockList();
near.addSubnet('127.0.0.0', 8);
near.addSubnet('10.0.0.0', 8);
near.addSubnet('172.16.0.0', 12);
near.addSubnet('192.168.0.0', 16);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

/**
 * True for callers on this machine or its private networks: the ones that may read figures.
 * Behind a proxy that GATE_TRUST_PROXY does not name every request looks near, so one that was forwarded does not count.
 */
export function isNear(request: Pick<FastifyRequest, 'ip' | 'ips' | 'headers'>): boolean {
  const trusted = request.ips !== undefined;
  if (!trusted && (request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined)) return false;
  const ip = request.ip.replace(/^::ffff:(?=\d+\.)/, '');
  return near.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
}
