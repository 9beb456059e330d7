import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { encoded, type ExportColumn, type ExportFormat, MEDIA_TYPES } from './export-encoding.js';

/** Closed by the server when its reader goes away, and then no further row is read. */
export function file(name: string, rows: AsyncIterable<object>, format: ExportFormat, columns: readonly ExportColumn[]): StreamableFile {
  const lines = encoded(rows as AsyncIterable<Record<string, unknown>>, format, columns);
  return new StreamableFile(Readable.from(lines, { objectMode: false }), {
    type: `${MEDIA_TYPES[format]}; charset=utf-8`,
    disposition: `attachment; filename="gate-${name}.${format}"`,
  });
}
