import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError, type Fault, invalid } from '../../../kernel/errors.js';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { BusinessClock } from '../../../platform/database/business-clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireVersion } from '../../../platform/http/index.js';
import { TaxonomyService } from '../../taxonomy/index.js';
import { FacilityEntity } from './facility.entity.js';
import { type FacilityCandidate, facilityObstacle, GLOBAL_FACILITY } from './facility.policy.js';
import type { FacilityBody } from './facilities.schemas.js';

const OBSTACLES = { closed: 'is not open today', country: 'is not for this country', sector: 'is not for the sectors named' };

/** Keeps facilities, and says whether a listing may enter one. */
@Injectable()
export class Facilities {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: BusinessClock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Makes a facility, or replaces what it says; who may is the route's policy (administrators). Listings in it stay: what is closed takes no new ones.
   * @throws DomainError `request.invalid`, `facility.changed-since` (412).
   */
  put(actor: Actor, code: string, seen: number | null, body: FacilityBody): Promise<void> {
    return this.uow.run(async () => {
      // Of two who open one at once the second waits and finds it.
      await this.uow.query(`SELECT pg_advisory_xact_lock(hashtextextended('facility:' || $1::text, 0))`, [code]);
      const row = await this.uow.manager.findOne(FacilityEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
      requireVersion(seen, row?.version ?? 0, 'facility');
      await this.requireSound(code, body);
      if (row) await this.uow.manager.update(FacilityEntity, { code }, { ...body, version: row.version + 1 });
      else await this.uow.manager.insert(FacilityEntity, { code, ...body });
      await this.audit.record(actor, { action: row ? 'facility.edit' : 'facility.open', subject: { type: 'facility', id: code } });
    });
  }

  /** @throws DomainError `facility.not-open` (409) with every one of them the listing may not be in. */
  async requireOpenFor(codes: readonly string[], candidate: FacilityCandidate): Promise<void> {
    const [book, day] = [this.taxonomy.current(), (await this.clock.now()).toISOString().slice(0, 10)];
    const rows = await this.uow.query<FacilityEntity>(
      'SELECT code, active, opens::text, closes::text, places, sectors FROM facility WHERE code = ANY($1)',
      [codes],
    );
    const unknown = codes.filter((code) => !rows.some((row) => row.code === code));
    if (unknown.length > 0)
      throw invalid(unknown.map((code) => fault('facility', `There is no facility "${code}": see /api/v1/facilities.`)));
    const shut = rows.flatMap((row) => {
      const obstacle = facilityObstacle(row, candidate, book, day);
      return obstacle === null ? [] : [`"${row.code}" ${OBSTACLES[obstacle]}`];
    });
    if (shut.length > 0)
      throw new DomainError('conflict', 'facility.not-open', { detail: `${shut.join('; ')}. Choose among those of /api/v1/facilities.` });
  }

  /** Countries that the centres of a facility serve, in the order in which it names them. The exchange itself has none: there every country has its own. */
  async countriesOfCentres(code: string): Promise<string[]> {
    if (code === GLOBAL_FACILITY) return [];
    const rows = await this.uow.query<{ country: string }>(
      `SELECT cc.country FROM facility f CROSS JOIN LATERAL unnest(f.centres) WITH ORDINALITY AS named (id, place)
       JOIN centre_country cc ON cc.centre_id = named.id AND cc.active WHERE f.code = $1 ORDER BY named.place, cc.country`,
      [code],
    );
    return rows.map(({ country }) => country);
  }

  private async requireSound(code: string, { places, sectors, centres, active, opens, closes }: FacilityBody): Promise<void> {
    const [book, day] = [this.taxonomy.current(), (await this.clock.now()).toISOString().slice(0, 10)];
    const faults = [
      ...places.filter((place) => !book.isPlace(place, day)).map((place) => fault('places', `"${place}" is on no list.`)),
      ...sectors.filter((one) => book.crsPath(one).length === 0).map((one) => fault('sectors', `"${one}" is no CRS code.`)),
    ];
    const found = await this.uow.query<{ id: string }>('SELECT id FROM centre WHERE id = ANY($1) AND ended_at IS NULL', [centres]);
    const known = new Set(found.map(({ id }) => id));
    faults.push(...centres.filter((id) => !known.has(id.toLowerCase())).map((id) => fault('centres', `"${id}" is no centre in force.`)));
    const narrowed = places.length + sectors.length > 0 || !active || opens !== null || closes !== null;
    if (code === GLOBAL_FACILITY && narrowed)
      faults.push(fault('places', 'The global exchange is open to all, always: open another facility for some.'));
    if (faults.length > 0) throw invalid(faults);
  }
}

const fault = (path: string, message: string): Fault => ({ path, code: 'unknown-code', message });
