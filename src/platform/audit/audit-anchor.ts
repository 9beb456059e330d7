import { mkdir, open, readFile, rename } from 'node:fs/promises';
import * as path from 'node:path';
import { z } from 'zod';
import type { AuditSeal } from './audit-seal.js';

/** Kept in the data folder; copied before the database when that is backed up, because it must not be ahead of it. */
export const AUDIT_HEAD_FILE = 'audit-head.json';

const headFile = z.strictObject({ keyId: z.string(), number: z.string(), hash: z.string(), seal: z.string(), writtenAt: z.string() });
export type AuditHead = z.output<typeof headFile>;

/** The last block this machine knows of, outside the database: a tail that is cut off there is missed here. */
export class AuditAnchor {
  private readonly file: string;

  constructor(
    dataDir: string,
    private readonly seal: AuditSeal,
  ) {
    this.file = path.join(dataDir, AUDIT_HEAD_FILE);
  }

  /** Null when none was written under our key. @throws when the file is damaged. */
  async read(): Promise<AuditHead | null> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const head = headFile.safeParse(parseJson(text)).data;
    if (head && head.keyId !== this.seal.keyId) return null;
    if (!head || head.seal !== this.seal.head(head.number, head.hash)) throw new Error(`${this.file} was changed`);
    return head;
  }

  async write(number: string, hash: string): Promise<void> {
    const head: AuditHead = {
      keyId: this.seal.keyId,
      number,
      hash,
      seal: this.seal.head(number, hash),
      writtenAt: new Date().toISOString(),
    };
    const draft = `${this.file}.${process.pid}.part`;
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(head)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, this.file);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
