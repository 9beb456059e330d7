/** Kinds of files that are taken, by the ending of their names: the type a browser declares for them, and the one their first bytes show. */
interface FileType {
  /** As sent with the file; the first is the one it is served with. */
  readonly declared: readonly [string, ...string[]];
  /** Ending by which file-type names what it finds; null for text, which has no mark of its own. */
  readonly found: string | null;
}

const TYPES: Readonly<Record<string, FileType>> = {
  pdf: { declared: ['application/pdf'], found: 'pdf' },
  jpg: { declared: ['image/jpeg'], found: 'jpg' },
  jpeg: { declared: ['image/jpeg'], found: 'jpg' },
  png: { declared: ['image/png'], found: 'png' },
  docx: { declared: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], found: 'docx' },
  xlsx: { declared: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], found: 'xlsx' },
  pptx: { declared: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'], found: 'pptx' },
  odt: { declared: ['application/vnd.oasis.opendocument.text'], found: 'odt' },
  ods: { declared: ['application/vnd.oasis.opendocument.spreadsheet'], found: 'ods' },
  // Windows declares a table by the program that opens it.
  csv: { declared: ['text/csv', 'application/vnd.ms-excel', 'text/plain'], found: null },
  txt: { declared: ['text/plain'], found: null },
  // No browser knows it.
  jsonl: {
    declared: ['application/jsonl', 'application/x-ndjson', 'application/json', 'application/octet-stream', 'text/plain'],
    found: null,
  },
};

export const FILE_ENDINGS = Object.keys(TYPES);

/** Media types with which files are served. */
export const FILE_MEDIA = [...new Set(Object.values(TYPES).map(({ declared }) => declared[0]))];

export interface NamedFile {
  name: string;
  ending: string;
  /** Media type to serve it with. */
  type: string;
}

export type FileFault = { code: string; message: string };

// What could show a name other than it is, or leave its folder.
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const NAME_MAX = 150;

/** The name without folders and invisible marks; its ending decides what the file has to be. */
export function plainName(given: string): string {
  const last = given.normalize('NFC').replace(HIDDEN, '').split(/[/\\]/).pop()?.trim() ?? '';
  const dot = last.lastIndexOf('.');
  return dot > 0 ? last.slice(0, Math.min(dot, NAME_MAX)) + last.slice(dot).slice(0, 10) : last.slice(0, NAME_MAX);
}

/** By name and declared type, before a byte has been read. */
export function namedFile(given: string, declared: string): NamedFile | FileFault {
  const name = plainName(given);
  const ending = /[^.]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  if (!type)
    return {
      code: 'ending',
      message: `Files whose names end with ${FILE_ENDINGS.map((one) => `.${one}`).join(', ')} are taken: save it as one of them.`,
    };
  const sent = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!type.declared.includes(sent))
    return { code: 'declared', message: `A .${ending} is sent as ${type.declared[0]}, this came as ${sent || 'nothing'}.` };
  return { name, ending, type: type.declared[0] };
}

/**
 * By its contents.
 * @param found ending that its first bytes show; undefined when they show none
 * @param isText whether all of it is UTF-8 without control characters
 */
export function contentFault({ ending }: NamedFile, found: string | undefined, isText: boolean): FileFault | null {
  const expected = TYPES[ending]?.found;
  if (expected === null ? found === undefined && isText : found === expected) return null;
  const message =
    expected === null
      ? `This is no text in UTF-8: save it as "CSV UTF-8", JSON Lines or plain text.`
      : `This is no .${ending} inside: save it as one anew.`;
  return { code: 'content', message };
}
