import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Metrics } from '../observability/metrics.js';
import { Schedule } from '../queue/schedule.js';
import { AuditAnchor } from './audit-anchor.js';
import { AuditRepository, type Block, endOf } from './audit.repository.js';
import { AuditSeal, GENESIS, type SealedFields } from './audit-seal.js';

const SEAL_EVERY_MS = 1_000;
const BLOCK_SIZE = 1_000;

/** Chains committed entries in blocks, beside those who write them: a chain in their transactions cut them to a fifth. */
@Injectable()
export class AuditSealer implements OnModuleInit {
  constructor(
    private readonly repository: AuditRepository,
    private readonly seal: AuditSeal,
    private readonly anchor: AuditAnchor,
    private readonly schedule: Schedule,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.schedule.every('audit.seal', SEAL_EVERY_MS, () => this.pass());
    const tail = async (): Promise<{ count: number; oldestSeconds: number }> =>
      this.repository.tail(endOf(await this.repository.lastBlock()));
    this.metrics.gauge('gate_audit_unsealed', 'Audit entries not sealed yet', async () => (await tail()).count);
    this.metrics.gauge('gate_audit_unsealed_seconds', 'Age of the oldest of them', async () => (await tail()).oldestSeconds);
  }

  /**
   * Seals everything that can be.
   * @returns the number of entries.
   * @throws when the chain has lost blocks that this machine has seen: sealing on would cover the gap.
   */
  async pass(): Promise<number> {
    let sealed = 0;
    for (let last = await this.repository.lastBlock(); ;) {
      const entries = await this.repository.sealable(endOf(last), BLOCK_SIZE);
      if (entries.length === 0) return sealed;
      if (sealed === 0) await this.refuseAfterLoss();
      last = this.blockOf(last, entries);
      await this.repository.insertBlock(last);
      await this.anchor.write(last.number, last.hash);
      sealed += entries.length;
    }
  }

  private async refuseAfterLoss(): Promise<void> {
    const head = await this.anchor.read();
    if (head && (await this.repository.hashOf(head.number)) !== head.hash)
      throw new Error(
        `audit block ${head.number} is not what was sealed at ${head.writtenAt}: run audit-verify; nothing is sealed meanwhile`,
      );
  }

  private blockOf(last: Block | undefined, entries: readonly SealedFields[]): Block {
    const end = entries.at(-1)!;
    const fields = {
      number: String(BigInt(last?.number ?? '0') + 1n),
      throughXid: end.xid,
      throughSeq: end.seq,
      seqs: entries.map((entry) => entry.seq),
      entrySeals: entries.map((entry) => this.seal.entry(entry)),
      previousHash: last?.hash ?? GENESIS,
    };
    return { ...fields, hash: this.seal.block(fields), keyId: this.seal.keyId };
  }
}
