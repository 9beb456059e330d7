import { parseArgs } from 'node:util';
import { DomainError } from '../kernel/errors.js';
import { SetupError } from '../platform/config/setup-error.js';
import { CliContext } from './cli-context.js';
import type { Command, CommandLine } from './command.js';
import { commands } from './commands.js';

const USAGE = 2;
const FAILED = 1;
/** What a shell reports for a program ended by Ctrl-C. */
const INTERRUPTED = 130;

/** Runs one command line to its end. @returns the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommand(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = argv;
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || ['help', '--help', '-h'].includes(name);
    return tell(asked ? 0 : USAGE, `${asked ? '' : `There is no command "${name}".\n`}${listOfCommands()}`);
  }
  const line = read(command, rest);
  return typeof line === 'string'
    ? tell(USAGE, `${line}\nUsage: npm run gate -- ${command.name} ${command.usage}`.trimEnd())
    : execute(command, line, env);
}

async function execute(command: Command, line: CommandLine, env: NodeJS.ProcessEnv): Promise<number> {
  let context: CliContext | undefined;
  // The embedded server must not outlive a command that was broken off.
  const interrupt = (): void => void (context?.close() ?? Promise.resolve()).finally(() => process.exit(INTERRUPTED));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt);
  try {
    context = new CliContext(env);
    return (await command.run(context, line)) ?? 0;
  } catch (error) {
    return tell(FAILED, wordsOf(error));
  } finally {
    await context?.close();
  }
}

/** The parsed line, or what is wrong with it. */
function read({ options = {}, positionals: wanted, name }: Command, args: string[]): CommandLine | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (positionals.length !== wanted)
      return `"${name}" takes ${wanted === 1 ? 'one argument' : `${wanted} arguments`}, not ${positionals.length}.`;
    return { values: values as CommandLine['values'], positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  if (error instanceof DomainError)
    return [error.message, ...(error.details.errors ?? []).map((fault) => `  ${fault.path}: ${fault.message}`)].join('\n');
  return (error as Error).stack ?? String(error);
}

function listOfCommands(): string {
  const width = Math.max(...commands.map((one) => `${one.name} ${one.usage}`.length));
  return ['npm run gate -- COMMAND', ...commands.map((one) => `  ${`${one.name} ${one.usage}`.padEnd(width)}  ${one.summary}`)].join('\n');
}

function tell(code: number, text: string): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}
