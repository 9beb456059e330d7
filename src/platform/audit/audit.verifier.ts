import { Injectable } from '@nestjs/common';
import { AuditAnchor } from './audit-anchor.js';
import { AuditRepository, type Block, endOf } from './audit.repository.js';
import { AuditSeal, GENESIS } from './audit-seal.js';

const BATCH = 20;

export type AuditFaultReason =
  | 'entry-changed' // its content is not what was sealed
  | 'entry-missing'
  | 'entry-inserted' // put in among sealed ones
  | 'block-changed'
  | 'block-missing'
  | 'tail-cut' // blocks that this machine has seen are gone, or others stand in their place
  | 'other-key'; // sealed under another GATE_SECRET, so nothing can be said

export interface AuditFault {
  reason: AuditFaultReason;
  block: string;
  /** The first bad entry; null when a block or the key is at fault. */
  seq: string | null;
}

export interface AuditReport {
  blocks: number;
  entries: number;
  /** The first one in the order of sealing; null when the trail is whole. */
  fault: AuditFault | null;
  unsealed: { count: number; oldestSeconds: number };
  /** The block that the file outside the database vouches for; null when there is no such file. */
  anchoredBlock: string | null;
}

/** Reads the whole trail and says whether it is what was sealed. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly repository: AuditRepository,
    private readonly seal: AuditSeal,
    private readonly anchor: AuditAnchor,
  ) {}

  /** @throws when the head file itself is damaged. */
  async verify(): Promise<AuditReport> {
    // Read first: the sealer may go on meanwhile, and the file must not be ahead of what we look at.
    const head = await this.anchor.read();
    let last: Block | undefined;
    let blocks = 0;
    let entries = 0;
    let fault: AuditFault | null = null;
    for (let batch = await this.next(last); batch.length > 0 && !fault; batch = fault ? [] : await this.next(last)) {
      for (const block of batch) {
        fault = this.faultOfBlock(last, block) ?? (await this.faultOfEntries(last, block));
        if (!fault && head?.number === block.number && head.hash !== block.hash)
          fault = { reason: 'tail-cut', block: block.number, seq: null };
        if (fault) break;
        last = block;
        blocks++;
        entries += block.seqs.length;
      }
    }
    if (!fault && head && BigInt(head.number) > BigInt(last?.number ?? '0'))
      fault = { reason: 'tail-cut', block: String(BigInt(last?.number ?? '0') + 1n), seq: null };
    const unsealed = await this.repository.tail(endOf(await this.repository.lastBlock()));
    return { blocks, entries, fault, unsealed, anchoredBlock: head?.number ?? null };
  }

  private next(last: Block | undefined): Promise<Block[]> {
    return this.repository.blocksAfter(last?.number ?? '0', BATCH);
  }

  private faultOfBlock(last: Block | undefined, block: Block): AuditFault | null {
    const due = String(BigInt(last?.number ?? '0') + 1n);
    if (block.number !== due) return { reason: 'block-missing', block: due, seq: null };
    if (block.keyId !== this.seal.keyId) return { reason: 'other-key', block: block.number, seq: null };
    if (block.previousHash !== (last?.hash ?? GENESIS) || block.hash !== this.seal.block(block))
      return { reason: 'block-changed', block: block.number, seq: null };
    return null;
  }

  private async faultOfEntries(last: Block | undefined, block: Block): Promise<AuditFault | null> {
    const found = await this.repository.between(endOf(last), endOf(block));
    const fault = (reason: AuditFaultReason, seq: string): AuditFault => ({ reason, block: block.number, seq });
    const present = new Map(found.map((entry) => [entry.seq, entry]));
    for (const [i, seq] of block.seqs.entries()) {
      const entry = present.get(seq);
      if (!entry) return fault('entry-missing', seq);
      if (this.seal.entry(entry) !== block.entrySeals[i]) return fault('entry-changed', seq);
    }
    const sealed = new Set(block.seqs);
    const stranger = found.find((entry) => !sealed.has(entry.seq));
    return stranger ? fault('entry-inserted', stranger.seq) : null;
  }
}
