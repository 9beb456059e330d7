import { DomainError } from '../../src/kernel/errors.js';

/** How an act was refused, as `kind code` (`conflict organization.last-manager`); any other failure, or none, fails the test. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  const error = await errorOf(act);
  return `${error.kind} ${error.code}`;
}

export async function errorOf(act: Promise<unknown>): Promise<DomainError> {
  try {
    await act;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but it was done');
}

/** Of acts begun at the same moment: how many were done, and how the others were refused. */
export async function outcomes(acts: readonly Promise<unknown>[]): Promise<{ done: number; refused: string[] }> {
  const settled = await Promise.allSettled(acts);
  const refused = settled.flatMap((one) => {
    if (one.status === 'fulfilled') return [];
    if (one.reason instanceof DomainError) return [`${one.reason.kind} ${one.reason.code}`];
    throw one.reason;
  });
  return { done: settled.length - refused.length, refused };
}
