import pg from 'pg';

type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

const REFUSAL_MS = 500;

/**
 * Says late that it was turned away. BullMQ knows the refusals of Redis alone and asks again at once after any other, which made hundreds of
 * attempts a second while PostgreSQL started; as each holds a place in the pool meanwhile, this is the pause between them.
 */
export class PatientClient extends pg.Client {
  override connect(): Promise<pg.Client>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.Client> | void {
    const told = callback as ((error: Error | null, client?: pg.Client) => void) | undefined;
    if (!told) return super.connect();
    super.connect((error: Error | null) => {
      if (error) setTimeout(() => told(error), REFUSAL_MS);
      else told(null, this);
    });
  }
}
