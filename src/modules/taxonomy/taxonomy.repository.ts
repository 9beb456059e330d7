import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { readDataFiles } from './data-files.js';
import type { CodeItem, CurrencyRate, GroupMember, TaxonomyData } from './taxonomy-data.js';

interface State {
  filesHash: string;
  revision: number;
  today: string;
}

/** The code lists in the database. */
@Injectable()
export class TaxonomyRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** `revision` rises with every change; `today` is the business day. */
  state(): Promise<State> {
    return this.readState('');
  }

  /** Brings the shipped lists in when they are new; edits lie beside them and stay. Safe to run from several processes at once. */
  async loadFiles(): Promise<void> {
    const { data, hash } = readDataFiles();
    if ((await this.state()).filesHash === hash) return;
    await this.uow.run(async () => {
      const { filesHash } = await this.readState('FOR UPDATE');
      if (filesHash === hash) return;
      await this.replace(data);
      await this.uow.query('UPDATE taxonomy_state SET files_hash = $1, revision = revision + 1', [hash]);
    });
  }

  /** The shipped lists, with the rates that were loaded. One statement after the other: it may run inside a unit of work. */
  async read(): Promise<TaxonomyData> {
    const items = await this.uow.query<CodeItem>(
      `SELECT scheme, code, parent, valid_from::text AS "from", valid_to::text AS "to", status, names, extra, source FROM code_list_item ORDER BY scheme, position, code`,
    );
    const members = await this.uow.query<GroupMember>(
      `SELECT group_code AS "group", country, valid_from::text AS "from", valid_to::text AS "to", source FROM country_group_member ORDER BY group_code, country, position`,
    );
    const rates = await this.uow.query<CurrencyRate>(
      `SELECT currency, valid_from::text AS "from", usd_per_unit AS "usdPerUnit", source FROM currency_rate ORDER BY currency, valid_from`,
    );
    return { items, members, rates };
  }

  async saveRates(rates: readonly CurrencyRate[]): Promise<void> {
    await this.uow.query(
      `INSERT INTO currency_rate (currency, valid_from, usd_per_unit, source, edited)
       SELECT currency, "from", "usdPerUnit", source, true
       FROM jsonb_to_recordset($1::jsonb) AS r (currency text, "from" date, "usdPerUnit" double precision, source text)
       ON CONFLICT (currency, valid_from) DO UPDATE SET usd_per_unit = excluded.usd_per_unit, source = excluded.source, edited = true`,
      [JSON.stringify(rates)],
    );
    await this.changed();
  }

  /** After an edit: every process reads the lists anew. */
  async changed(): Promise<void> {
    await this.uow.query('UPDATE taxonomy_state SET revision = revision + 1');
  }

  private async readState(lock: '' | 'FOR UPDATE'): Promise<State> {
    const [row] = await this.uow.query<State>(
      `SELECT files_hash AS "filesHash", revision, (gate_now() AT TIME ZONE 'UTC')::date::text AS today FROM taxonomy_state ${lock}`,
    );
    if (!row) throw new Error('taxonomy_state has no row');
    return row;
  }

  private async replace({ items, members, rates }: TaxonomyData): Promise<void> {
    await this.uow.query('DELETE FROM code_list_item');
    await this.uow.query(
      `INSERT INTO code_list_item (scheme, code, position, parent, valid_from, valid_to, status, names, extra, source)
       SELECT scheme, code, position, parent, "from", "to", status, names, extra, source
       FROM jsonb_to_recordset($1::jsonb) AS i (scheme text, code text, position integer, parent text, "from" date, "to" date, status text, names jsonb, extra jsonb, source text)`,
      [JSON.stringify(items.map((item, position) => ({ ...item, position })))],
    );
    await this.uow.query('DELETE FROM country_group_member');
    await this.uow.query(
      `INSERT INTO country_group_member (group_code, country, position, valid_from, valid_to, source)
       SELECT "group", country, position, "from", "to", source
       FROM jsonb_to_recordset($1::jsonb) AS m ("group" text, country text, position integer, "from" date, "to" date, source text)`,
      [JSON.stringify(members.map((member, position) => ({ ...member, position })))],
    );
    await this.uow.query('DELETE FROM currency_rate WHERE NOT edited');
    await this.uow.query(
      `INSERT INTO currency_rate (currency, valid_from, usd_per_unit, source)
       SELECT currency, "from", "usdPerUnit", source FROM jsonb_to_recordset($1::jsonb) AS r (currency text, "from" date, "usdPerUnit" double precision, source text)
       ON CONFLICT (currency, valid_from) DO NOTHING`,
      [JSON.stringify(rates)],
    );
  }
}
