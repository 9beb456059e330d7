import type { MultipartFile } from '@fastify/multipart';
import type { FormValues } from './form-input.js';

/** What was written in a form before its file: what stands behind it has not arrived yet. */
export const wordsBefore = ({ fields }: MultipartFile): FormValues =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field !== undefined && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string'
        ? [[name, field.value]]
        : [],
    ),
  );
