import { Injectable } from '@nestjs/common';

export interface Part {
  name: string;
  ready: boolean;
  /** Without a vital part the process cannot serve; without another it serves, but late or less. */
  vital: boolean;
  milliseconds: number;
}

/** Throws or answers false when the part is not ready; may be asynchronous. */
type Check = () => unknown;

const PATIENCE_MS = 2_000;

/** What has to work before this process should be sent requests. Parts register themselves in onModuleInit. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, { check: Check; vital: boolean }>();

  /** @param check throws, answers false or takes longer than two seconds when the part is not ready. */
  register(name: string, check: Check, { vital = true } = {}): void {
    this.checks.set(name, { check, vital });
  }

  /** All parts, asked at the same time. */
  parts(): Promise<Part[]> {
    return Promise.all([...this.checks].map(([name, { check, vital }]) => ask(name, check, vital)));
  }
}

async function ask(name: string, check: Check, vital: boolean): Promise<Part> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const ready = await Promise.race([Promise.resolve().then(check), late]).then(
    (answer) => answer !== false,
    () => false,
  );
  clearTimeout(timer);
  return { name, ready, vital, milliseconds: Math.round(performance.now() - start) };
}
