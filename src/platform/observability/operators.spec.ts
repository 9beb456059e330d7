import { isNear } from './operators.js';

describe('isNear', () => {
  it.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.20.0.5', '192.168.1.1', 'fd00::1'])('lets %s read figures', (ip) => {
    expect(isNear({ ip, headers: {} })).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2001:db8::1'])('keeps them from %s', (ip) => {
    expect(isNear({ ip, headers: {} })).toBe(false);
  });

  it('takes nobody for near who came through a proxy nobody named', () => {
    expect(isNear({ ip: '127.0.0.1', headers: { 'x-forwarded-for': '8.8.8.8' } })).toBe(false);
    expect(isNear({ ip: '10.0.0.9', ips: ['127.0.0.1', '10.0.0.9'], headers: { 'x-forwarded-for': '10.0.0.9' } })).toBe(true);
  });
});
