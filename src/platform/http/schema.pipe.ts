import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { invalid, notFound } from '../../kernel/errors.js';
import { faultsOf, remedy } from './faults.js';
import { hostileFaults } from './hostile.js';

/**
 * Checks what `@Body`, `@Query` and `@Param` bring against their schema and hands on what the schema makes of it.
 * @throws DomainError `request.invalid` with every fault; not found for a path that cannot be one.
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const hostile = hostileFaults(value);
    const result =
      hostile.length > 0 ? undefined : schema.safeParse(value ?? (type === 'body' ? {} : value), { error: remedy, reportInput: true });
    if (result?.success) return result.data;
    if (type === 'param') throw notFound('page');
    const faults = result ? faultsOf(result.error.issues) : hostile;
    throw invalid(faults);
  }
}
