import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

export const ANSWER = 'gate:answer';

export interface AnswerOptions {
  status: number;
  schema: z.ZodType | null;
  /** One sentence for the API documentation. */
  summary?: string;
  /** Of a body that is not JSON: its types. */
  media?: readonly string[];
}

/** What a route answers when all is well: sets the status and documents the body (null: none). Tests hold handlers to it. */
export const Answer = (status: number, schema: z.ZodType | null, summary?: string): MethodDecorator =>
  applyDecorators(HttpCode(status), SetMetadata(ANSWER, { status, schema, summary } satisfies AnswerOptions));

/** The same for a route that answers a file of one of these types. */
export const AnswerFile = (media: readonly string[], summary: string): MethodDecorator =>
  applyDecorators(HttpCode(200), SetMetadata(ANSWER, { status: 200, schema: null, summary, media } satisfies AnswerOptions));
