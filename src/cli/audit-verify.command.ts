import { type AuditFaultReason, AuditVerifier } from '../platform/audit/audit.verifier.js';
import type { Command } from './command.js';

const WORDS: Record<AuditFaultReason, string> = {
  'entry-changed': 'was changed after it was sealed',
  'entry-missing': 'was removed after it was sealed',
  'entry-inserted': 'was put in among sealed entries',
  'block-changed': 'is not what was sealed',
  'block-missing': 'is missing',
  'tail-cut':
    'is missing or replaced, though this machine has seen it sealed: the end of the trail was cut off, or an older database was put in its place',
  'other-key': 'was sealed under another GATE_SECRET, so it cannot be checked',
};

export const auditVerifyCommand: Command = {
  name: 'audit-verify',
  usage: '',
  summary: 'checks that the audit trail is whole, and names the first bad entry',
  positionals: 0,
  async run(context) {
    const app = await context.app();
    const report = await app.get(AuditVerifier, { strict: false }).verify();
    const { unsealed, fault } = report;
    context.say(`${report.entries} entries in ${report.blocks} blocks are as they were sealed.`);
    if (report.anchoredBlock === null)
      context.say('There is no head file in the data folder, so a tail that was cut off would not be noticed.');
    context.say(
      unsealed.count === 0
        ? 'Nothing waits for its seal.'
        : `${unsealed.count} entries wait for their seal, the oldest for ${Math.round(unsealed.oldestSeconds)} s.`,
    );
    if (!fault) return 0;
    context.say(
      fault.seq === null
        ? `BAD: block ${fault.block} ${WORDS[fault.reason]}.`
        : `BAD: entry ${fault.seq} (block ${fault.block}) ${WORDS[fault.reason]}.`,
    );
    return 1;
  },
};
