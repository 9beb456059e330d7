import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { invalid } from '../../kernel/errors.js';
import { faultsOf, hostileFaults, remedy } from '../../platform/http/index.js';

/** What a form sent, by the names of its fields: `title`, `budget.max`, `codes` once or several times. */
export type FormValues = Readonly<Sent>;
type Sent = Record<string, string | string[] | undefined>;

/** Reads the fields of a form as what they are for: an empty one was not filled in. What cannot be read stays a text, so that the schema names it. */
export class FormInput {
  constructor(readonly values: FormValues) {}

  text(name: string): string | undefined {
    const value = this.values[name];
    const first = (Array.isArray(value) ? value[0] : value)?.trim();
    return first === '' ? undefined : first;
  }

  /** Written in any of our languages: spaces, and a comma or a full stop before decimals. */
  number(name: string): number | string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const plain = text.replace(/[\s\u00a0\u202f]/g, '');
    const number = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? Number(plain.replaceAll(',', '')) : Number(plain.replace(',', '.'));
    return Number.isFinite(number) ? number : text;
  }

  /** A box that is ticked, or a choice between `true` and `false`. */
  boolean(name: string): boolean | string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    return text === 'true' || text === 'on' ? true : text === 'false' ? false : text;
  }

  list(name: string): string[] {
    const value = this.values[name];
    return (Array.isArray(value) ? value : [value]).flatMap((text) => (text?.trim() ? [text.trim()] : []));
  }

  /** Three fields `name-day`, `name-month`, `name-year` as `2026-12-01`; as written where they are no day. */
  date(name: string): string | undefined {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.text(`${name}-${part}`));
    if (!day && !month && !year) return undefined;
    return `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  }

  /** Rows of a table of fields (`requirements.0.value`), in order; rows without any word are left out. */
  rows<T>(name: string, read: (row: FormInput) => T): T[] {
    const rows = new Map<number, Sent>();
    for (const [key, value] of Object.entries(this.values)) {
      const [, index, field] = new RegExp(`^${name}\\.(\\d{1,3})\\.(.+)$`).exec(key) ?? [];
      if (index === undefined || field === undefined) continue;
      const row = rows.get(Number(index)) ?? (Object.create(null) as Sent);
      row[field] = value;
      rows.set(Number(index), row);
    }
    return [...rows]
      .sort(([a], [b]) => a - b)
      .map(([, values]) => new FormInput(values))
      .filter((row) => Object.keys(row.values).some((field) => row.text(field) !== undefined))
      .map(read);
  }

  /** @throws DomainError `request.invalid` with every fault. */
  parse<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
    const hostile = hostileFaults(body);
    if (hostile.length > 0) throw invalid(hostile);
    const result = schema.safeParse(body, { error: remedy, reportInput: true });
    if (!result.success) throw invalid(faultsOf(result.error.issues));
    return result.data;
  }
}

/** The form that was sent; a body of another kind is an empty one. */
export const Form = createParamDecorator((_: unknown, context: ExecutionContext): FormInput => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return new FormInput(valuesOf(body));
});

export function valuesOf(body: unknown): FormValues {
  if (typeof body !== 'object' || body === null) return {};
  const known = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[name, value]];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [[name, value]];
    return [];
  });
  return Object.assign(Object.create(null) as FormValues, Object.fromEntries(known));
}
