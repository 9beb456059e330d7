import { Injectable } from '@nestjs/common';
import { type MemberRole, type PersonActor, system } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsService } from '../identity/index.js';
import { CentreAppointments } from '../centres/index.js';
import { MembersService, OrganizationsService } from '../organizations/index.js';
import { type DemoAccount, randomPassword } from './demo-accounts.js';
import type { ExampleOrganization } from './example-data.js';

/** Whose organizations the demo accounts of providers and seekers belong to, and whose countries have a centre officer. */
const DEMO_PROVIDER = 'jua-pump';
const DEMO_SEEKER = 'gulu';
const DOMAIN = 'example.org';

/** The examples are written in several languages; the demo administrators read them with this help. */
export const READ = { readBy: 'Writers of the examples' };

/** The people and organizations of the example exchange, as actors. */
export interface Cast {
  /** Who acts for each organization, by the organization's key: its contact person, a manager. */
  managers: Map<string, PersonActor>;
  administrators: [PersonActor, PersonActor];
  accounts: DemoAccount[];
}

interface Staff {
  administrator?: boolean;
  auditor?: boolean;
}

/** Makes accounts and organizations through the services that people use. */
@Injectable()
export class ExampleCast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsService,
    private readonly organizations: OrganizationsService,
    private readonly members: MembersService,
    private readonly centres: CentreAppointments,
  ) {}

  async make(organizations: readonly ExampleOrganization[]): Promise<Cast> {
    const accounts: DemoAccount[] = [];
    const first = await this.staff(accounts, 'administrator', 'administrator-1', 'Amina Diallo', { administrator: true });
    const second = await this.staff(accounts, 'administrator', 'administrator-2', 'José Quispe', { administrator: true });
    await this.staff(accounts, 'auditor', 'auditor', 'Mei Tan', { auditor: true });
    const managers = new Map<string, PersonActor>();
    for (const organization of organizations) {
      const manager = await this.register(organization);
      managers.set(organization.key, manager);
      if (organization.level === 'verified' && manager.organization) await this.organizations.verify(first, manager.organization.id);
    }
    for (const [key, side] of [
      [DEMO_PROVIDER, 'provider'],
      [DEMO_SEEKER, 'seeker'],
    ] as const) {
      const organization = organizations.find((one) => one.key === key);
      const founder = managers.get(key);
      if (!organization || !founder) throw new Error(`the example exchange lacks ${key}`);
      await this.demoMember(accounts, founder, organization, `${side}-editor`, 'editor');
      await this.demoMember(accounts, founder, organization, `${side}-manager`, 'manager');
      const officer = await this.staff(
        accounts,
        'centre-officer',
        `officer-${organization.country.toLowerCase()}`,
        `Officer ${organization.country}`,
        {},
      );
      await this.centre(first, organization, officer);
    }
    return { managers, administrators: [first, second], accounts };
  }

  /** A centre by a letter without end, with one officer; two are advised, which its page says. */
  private async centre(administrator: PersonActor, { country, languages }: ExampleOrganization, officer: PersonActor): Promise<void> {
    const id = await this.centres.appoint(
      administrator,
      {
        name: `Example centre, ${country}`,
        host: 'Ministry of Planning (example)',
        countries: [country],
        contact: { email: `centre-${country.toLowerCase()}@${DOMAIN}` },
        letter: { reference: `EX/${country}/1`, date: '2026-01-15', expires: null },
      },
      { isExample: true },
    );
    await this.centres.setOfficer(administrator, id, officer.personId, languages);
  }

  private async register({ key, contact, legalName, country, type, languages }: ExampleOrganization): Promise<PersonActor> {
    const personId = await this.person(key, contact.name, contact.language, randomPassword());
    const founder = actor(personId, contact.language);
    const { id } = await this.organizations.register(founder, { legalName, country, type, languages }, { isExample: true });
    return { ...founder, organization: { id, role: 'manager' } };
  }

  private async demoMember(
    accounts: DemoAccount[],
    founder: PersonActor,
    organization: ExampleOrganization,
    role: DemoAccount['role'],
    memberRole: MemberRole,
  ) {
    const organizationId = founder.organization?.id ?? '';
    const password = randomPassword();
    const personId = await this.person(role, `${organization.legalName}, ${memberRole}`, organization.contact.language, password);
    await this.members.add(system('examples'), organizationId, personId, memberRole);
    const apiKey = await this.accounts.createKey({ personId, organizationId, role: memberRole, name: 'demo' });
    accounts.push({ email: `${role}@${DOMAIN}`, password, role, organization: organization.legalName, organizationId, apiKey });
  }

  private async staff(
    accounts: DemoAccount[],
    role: DemoAccount['role'],
    mailbox: string,
    name: string,
    staff: Staff,
  ): Promise<PersonActor> {
    const password = randomPassword();
    const personId = await this.person(mailbox, name, 'en', password, staff);
    const apiKey = await this.accounts.createKey({ personId, organizationId: null, role: null, name: 'demo' });
    accounts.push({ email: `${mailbox}@${DOMAIN}`, password, role, organization: null, organizationId: null, apiKey });
    return { ...actor(personId, 'en'), administrator: staff.administrator === true, auditor: staff.auditor === true };
  }

  private person(mailbox: string, name: string, language: string, password: string, staff: Staff = {}): Promise<string> {
    return this.accounts.create({ email: `${mailbox}@${DOMAIN}`, password, name, language, ...staff });
  }

  /** The same people again, for what is played after the exchange stands. */
  async recall(): Promise<Cast> {
    const people = await this.uow.query<{
      id: string;
      email: string;
      language: string;
      administrator: boolean;
      organization_id: string | null;
    }>(
      `SELECT p.id, p.email, p.language, p.administrator, m.organization_id
       FROM person p LEFT JOIN membership m ON m.person_id = p.id WHERE p.email LIKE '%@${DOMAIN}'`,
    );
    const managers = new Map<string, PersonActor>();
    const administrators: PersonActor[] = [];
    for (const { id, email, language, administrator, organization_id } of people) {
      const person = { ...actor(id, language), administrator };
      if (administrator) administrators.push(person);
      else if (organization_id)
        managers.set(email.split('@')[0] ?? '', { ...person, organization: { id: organization_id, role: 'manager' } });
    }
    const [first, second] = administrators;
    if (!first || !second) throw new Error('the example exchange lacks its administrators');
    return { managers, administrators: [first, second], accounts: [] };
  }
}

const actor = (personId: string, language: string): PersonActor => ({
  kind: 'person',
  personId,
  sessionId: null,
  keyId: null,
  organization: null,
  officerOf: [],
  administrator: false,
  auditor: false,
  language,
});
