import { logContext } from './log-context.js';
import { makePino, PinoLogger } from './logger.js';

describe('the logger', () => {
  const lines: string[] = [];
  const logger = new PinoLogger(makePino({ logLevel: 'info', role: 'all' }, { write: (line) => void lines.push(line) }));
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1)!) as Record<string, unknown>;

  it('writes one object a line, with the class that logs and the request it is for', () => {
    logContext.run({ requestId: 'r-1' }, () => logger.log('two\nlines', 'Relay'));
    expect(lines.at(-1)!.trimEnd()).not.toContain('\n');
    expect(last()).toMatchObject({ level: 'info', context: 'Relay', msg: 'two\nlines', requestId: 'r-1', role: 'all' });
  });

  it('takes secrets out of fields and addresses out of text', () => {
    logger.warn('mail to amina@example.org refused', { password: 'p', headers: { authorization: 'Bearer k' }, port: 25 }, 'Mailer');
    expect(last()).toMatchObject({ msg: 'mail to [address] refused', password: '***', headers: { authorization: '***' }, port: 25 });
  });

  it('keeps of a driver error its code and constraint, not its values', () => {
    const error = Object.assign(new Error('duplicate: amina@example.org'), {
      parameters: ['amina@example.org'],
      driverError: { code: '23505', constraint: 'uq_person_email', detail: 'Key (email)=(amina@example.org) already exists.' },
    });
    logger.error(error, 'Units');
    expect(last()).toMatchObject({ level: 'error', err: { code: '23505', constraint: 'uq_person_email' } });
    expect(lines.at(-1)).not.toContain('amina');
  });

  it('hides passwords of addresses and credentials that a message quotes', () => {
    logger.error('cannot reach postgres://gate:s3cret@db/gate with Bearer abc.def');
    expect(last().msg).toBe('cannot reach postgres://gate:***@db/gate with Bearer ***');
  });

  it('leaves out what is below its level', () => {
    const before = lines.length;
    logger.debug('noise');
    expect(lines).toHaveLength(before);
  });
});
