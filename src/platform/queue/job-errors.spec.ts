import { DomainError } from '../../kernel/errors.js';
import { describeFailure, PermanentJobError } from './job-errors.js';

describe('describeFailure', () => {
  it('keeps class, code and place, and no words', () => {
    const text = describeFailure(
      new DomainError('conflict', 'listing.not-editable', { detail: 'Amina Diallo <amina@example.org> may not' }),
    );
    expect(text).toMatch(/^DomainError listing\.not-editable at job-errors\.spec\.ts:\d+$/);
  });

  it('keeps the SQLSTATE and constraint that TypeORM hides in the driver error', () => {
    const error = Object.assign(new Error('duplicate key (amina@example.org)'), {
      driverError: { code: '23505', constraint: 'uq_person_email' },
    });
    expect(describeFailure(error)).toMatch(/^Error 23505 uq_person_email at /);
  });

  it('copes with anything thrown', () => {
    expect(describeFailure('amina@example.org')).toBe('a thrown value that is no Error');
    const bare = new PermanentJobError('mail.address-refused');
    bare.stack = undefined;
    expect(describeFailure(bare)).toBe('PermanentJobError mail.address-refused');
  });
});
