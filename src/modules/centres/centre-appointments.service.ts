import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Actor, personIdOf } from '../../kernel/actor.js';
import { DomainError, notFound } from '../../kernel/errors.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../platform/events/domain-events.js';
import { requireVersion } from '../../platform/http/index.js';
import { OfficersService, OrganizationCodes } from '../organizations/index.js';
import { CentreCountryEntity } from './centre-country.entity.js';
import { CentreEntity } from './centre.entity.js';
import { centreChanged } from './centres.events.js';
import type { CentrePatch, NewCentre } from './centres.schemas.js';

/** Appoints, changes and ends centres and their officers; who may is the route's policy (administrators). */
@Injectable()
export class CentreAppointments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly officers: OfficersService,
    private readonly codes: OrganizationCodes,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Officers who serve its countries already become those of the centre.
   * @throws DomainError `request.invalid` (400), `centre.country-taken` (409).
   */
  appoint(actor: Actor, { countries, letter, ...rest }: NewCentre, { isExample = false }: { isExample?: boolean } = {}): Promise<string> {
    return this.uow.run(async () => {
      const id = randomUUID();
      await this.uow.manager.insert(CentreEntity, { id, ...rest, ...columnsOf(letter), createdBy: personIdOf(actor), isExample });
      await this.serve(id, countries);
      await this.changed(actor, 'centre.appoint', id, { countries });
      return id;
    });
  }

  /** A country it gets brings its officers there, one it gives up ends them there. @throws DomainError 404, 412, 409, 400. */
  edit(actor: Actor, id: string, seen: number | null, { countries, letter, ...rest }: CentrePatch): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.lock(id, seen);
      await this.uow.manager.update(CentreEntity, { id }, { ...rest, ...(letter && columnsOf(letter)), version: row.version + 1 });
      const before = await this.countriesOf(id);
      if (countries) await this.moveTo(actor, id, before, countries);
      await this.changed(actor, 'centre.edit', id, { countries: countries ?? before });
    });
  }

  /** Its officers' appointments end with it. @throws DomainError 404, `centre.ended` (409), 400. */
  end(actor: Actor, id: string, reason: string): Promise<void> {
    return this.uow.run(async () => {
      const row = await this.lock(id);
      await this.codes.requireReason(reason);
      const countries = await this.countriesOf(id);
      for (const { personId, country } of await this.served(countries)) await this.officers.end(actor, personId, country);
      await this.uow.query(`UPDATE centre_country SET active = false, ended_at = gate_now() WHERE centre_id = $1 AND active`, [id]);
      await this.uow.query(`UPDATE centre SET ended_at = gate_now(), end_reason = $2, version = $3 WHERE id = $1`, [
        id,
        reason,
        row.version + 1,
      ]);
      await this.changed(actor, 'centre.end', id, { countries, reason });
    });
  }

  /** Makes somebody its officer in all its countries, or changes the languages she reviews in. @throws DomainError 404, 409, 400. */
  setOfficer(actor: Actor, id: string, personId: string, languages: string[]): Promise<void> {
    return this.uow.run(async () => {
      await this.lock(id);
      await this.codes.require({ languages });
      const countries = await this.countriesOf(id);
      const serves = new Set((await this.served(countries)).filter((one) => one.personId === personId).map(({ country }) => country));
      for (const country of countries.filter((code) => !serves.has(code)))
        await this.officers.appoint(actor, { personId, country, languages });
      await this.uow.query(`UPDATE country_officer SET languages = $3 WHERE person_id = $1 AND country = ANY($2) AND active`, [
        personId,
        countries,
        languages,
      ]);
      await this.changed(actor, 'centre.set-officer', id, { countries, personId });
    });
  }

  /** What she reviewed, entered and wrote stays; nothing waits for her alone. @throws DomainError 404, 409. */
  endOfficer(actor: Actor, id: string, personId: string): Promise<void> {
    return this.uow.run(async () => {
      await this.lock(id);
      const countries = await this.countriesOf(id);
      const hers = (await this.served(countries)).filter((one) => one.personId === personId);
      if (hers.length === 0) throw notFound('officer');
      for (const { country } of hers) await this.officers.end(actor, personId, country);
      await this.changed(actor, 'centre.end-officer', id, { countries, personId });
    });
  }

  private async lock(id: string, seen: number | null = null): Promise<CentreEntity> {
    const row = await this.uow.manager.findOne(CentreEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw notFound('centre');
    requireVersion(seen, row.version, 'centre');
    if (row.endedAt !== null)
      throw new DomainError('conflict', 'centre.ended', { detail: 'This centre has been ended: appoint another one for its countries.' });
    return row;
  }

  private async countriesOf(id: string): Promise<string[]> {
    const rows = await this.uow.manager.find(CentreCountryEntity, { where: { centreId: id, active: true }, order: { country: 'ASC' } });
    return rows.map(({ country }) => country);
  }

  private served(countries: readonly string[]): Promise<{ personId: string; country: string; languages: string[] }[]> {
    return this.uow.query(
      `SELECT person_id AS "personId", country, languages FROM country_officer WHERE active AND country = ANY($1) ORDER BY appointed_at, person_id, country`,
      [countries],
    );
  }

  private async moveTo(actor: Actor, id: string, before: readonly string[], after: readonly string[]): Promise<void> {
    const officers = await this.served(before);
    const gone = before.filter((country) => !after.includes(country));
    for (const { personId, country } of officers.filter((officer) => gone.includes(officer.country)))
      await this.officers.end(actor, personId, country);
    await this.uow.query(`UPDATE centre_country SET active = false, ended_at = gate_now() WHERE centre_id = $1 AND country = ANY($2)`, [
      id,
      gone,
    ]);
    const gained = after.filter((country) => !before.includes(country));
    await this.serve(id, gained);
    const there = new Set((await this.served(gained)).map(({ personId, country }) => `${personId}:${country}`));
    const own = new Map(officers.map(({ personId, languages }) => [personId, languages]));
    for (const [personId, languages] of own)
      for (const country of gained.filter((code) => !there.has(`${personId}:${code}`)))
        await this.officers.appoint(actor, { personId, country, languages });
  }

  private async serve(id: string, countries: readonly string[]): Promise<void> {
    await this.codes.require({ countries });
    // Two administrators who appoint centres for one country at once: the second waits and is told.
    await this.uow.query('LOCK TABLE centre_country IN SHARE ROW EXCLUSIVE MODE');
    const taken = await this.uow.query<{ country: string }>(`SELECT country FROM centre_country WHERE active AND country = ANY($1)`, [
      countries,
    ]);
    if (taken.length > 0) throw countryTaken(taken.map(({ country }) => country));
    await this.uow.query(
      `INSERT INTO centre_country (centre_id, country) SELECT $1, unnest($2::text[])
       ON CONFLICT ON CONSTRAINT pk_centre_country DO UPDATE SET active = true, since = gate_now(), ended_at = NULL`,
      [id, countries],
    );
  }

  private async changed(actor: Actor, action: string, id: string, data: { countries: string[]; reason?: string; personId?: string }) {
    await this.audit.record(actor, { action, subject: { type: 'centre', id }, data });
    await this.events.publish(centreChanged, { centreId: id, countries: data.countries });
  }
}

const columnsOf = ({ reference, date, expires }: NewCentre['letter']) => ({
  letterReference: reference,
  letterDate: date,
  letterExpires: expires,
  remindedDays: null,
});

const countryTaken = (countries: readonly string[]): DomainError =>
  new DomainError('conflict', 'centre.country-taken', {
    detail: `${countries.join(', ')}: another centre serves there. End it, or take the country from it, first.`,
  });
