import { createHmac, hkdfSync } from 'node:crypto';

/** An entry as text, exactly as PostgreSQL writes it: what is sealed must read the same for ever. */
export interface SealedFields {
  seq: string;
  xid: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  organizationId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  data: string;
}

export interface BlockFields {
  number: string;
  throughXid: string;
  throughSeq: string;
  seqs: string[];
  entrySeals: string[];
  previousHash: string;
}

/** What the first block is chained to. */
export const GENESIS = 'gate';

/** HMACs over entries and blocks. The key comes from GATE_SECRET and is never in the database, so who can write there cannot seal. */
export class AuditSeal {
  private readonly key: Buffer;
  /** Tells keys apart without telling the key. */
  readonly keyId: string;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'gate-audit', 32));
    this.keyId = this.mac('key', []).slice(0, 16);
  }

  entry(e: SealedFields): string {
    const fields = [
      e.seq,
      e.xid,
      e.at,
      e.actorKind,
      e.actorId,
      e.actorName,
      e.organizationId,
      e.action,
      e.subjectType,
      e.subjectId,
      e.data,
    ];
    return this.mac('entry', fields);
  }

  block(b: BlockFields): string {
    return this.mac('block', [b.number, b.throughXid, b.throughSeq, b.seqs, b.entrySeals, b.previousHash]);
  }

  head(number: string, hash: string): string {
    return this.mac('head', [number, hash]);
  }

  // A JSON array keeps the fields apart; the word keeps a seal of one kind from passing for another.
  private mac(kind: string, fields: unknown[]): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([kind, ...fields]))
      .digest('base64url');
  }
}
