import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import { problemOf } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import type { FormInput } from './form-input.js';
import { type PageAnswer, withStatus } from './page-answer.js';
import type { Reader } from './reader.js';
import { faultsIn } from './tell-faults.js';

/** Told beside the form; everything else (signed out, not to be seen, broken) is told by a page of its own. */
const BESIDE_THE_FORM = [400, 403, 409, 412, 413, 422, 429];

export interface Sent {
  reader: Reader;
  form: FormInput;
  /** Names of the form's fields: each is shown again as it was sent, and faults are linked to them. */
  fields: readonly string[];
}

/** Does what a form asks for. What it is refused for is shown beside its fields, in the reader's words, with every word of hers kept. */
export async function submitted(
  { reader, form, fields }: Sent,
  act: () => Promise<PageAnswer>,
  again: (state: FormState) => VNode | Promise<VNode>,
): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    const { problem, unexpected } = problemOf(error, randomUUID());
    const isGuess = problem.status === 401 && problem.code !== 'auth.required';
    if (unexpected || !(isGuess || BESIDE_THE_FORM.includes(problem.status))) throw error;
    const faults = problem.errors ?? [{ path: '', code: problem.code, message: problem.detail }];
    const status = problem.status === 400 ? 422 : problem.status;
    return withStatus(status, await again(formState(fields, form.values, faultsIn(reader, faults))));
  }
}
