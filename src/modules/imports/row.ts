/** One row of a file: the line it starts on, and its cells by column name (CSV, XLSX) or its object (JSONL), or why it cannot be read. */
export type Row = { line: number; cells: Record<string, string> } | { line: number; body: unknown } | { line: number; fault: string };
