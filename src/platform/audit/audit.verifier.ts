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
  | 'tail-cut'; // blocks that this machine has seen are gone, or others stand in their place

export interface AuditFault {
  reason: AuditFaultReason;
  block: string;
  /** The first bad entry; null when a block is at fault. */
  seq: string | null;
}

export interface AuditReport {
  /** Checked and found as they were sealed. */
  blocks: number;
  entries: number;
  /** Sealed under another GATE_SECRET: linked to their neighbours, but what they hold cannot be checked. */
  otherKeyBlocks: number;
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
    const report = { blocks: 0, entries: 0, otherKeyBlocks: 0 };
    let last: Block | undefined;
    let fault: AuditFault | null = null;
    for await (const block of this.allBlocks()) {
      fault = this.faultOfBlock(last, block) ?? (await this.faultOfEntries(last, block));
      if (!fault && head?.number === block.number && head.hash !== block.hash)
        fault = { reason: 'tail-cut', block: block.number, seq: null };
      if (fault) break;
      last = block;
      if (this.isOurs(block)) {
        report.blocks++;
        report.entries += block.seqs.length;
      } else report.otherKeyBlocks++;
    }
    if (!fault && head && BigInt(head.number) > BigInt(last?.number ?? '0'))
      fault = { reason: 'tail-cut', block: numberAfter(last), seq: null };
    const unsealed = await this.repository.tail(endOf(await this.repository.lastBlock()));
    return { ...report, fault, unsealed, anchoredBlock: head?.number ?? null };
  }

  private async *allBlocks(): AsyncGenerator<Block> {
    for (let after = '0'; ;) {
      const batch = await this.repository.blocksAfter(after, BATCH);
      yield* batch;
      const last = batch.at(-1);
      if (!last) return;
      after = last.number;
    }
  }

  private isOurs(block: Block): boolean {
    return block.keyId === this.seal.keyId;
  }

  private faultOfBlock(last: Block | undefined, block: Block): AuditFault | null {
    if (block.number !== numberAfter(last)) return { reason: 'block-missing', block: numberAfter(last), seq: null };
    const linked = block.previousHash === (last?.hash ?? GENESIS);
    if (linked && (!this.isOurs(block) || block.hash === this.seal.block(block))) return null;
    return { reason: 'block-changed', block: block.number, seq: null };
  }

  private async faultOfEntries(last: Block | undefined, block: Block): Promise<AuditFault | null> {
    if (!this.isOurs(block)) return null;
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

const numberAfter = (block: Block | undefined): string => String(BigInt(block?.number ?? '0') + 1n);
