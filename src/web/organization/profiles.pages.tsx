import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { providerPatch, ProvidersQueries, ProvidersService } from '../../modules/providers/index.js';
import { seekerPatch, SeekersQueries, SeekersService } from '../../modules/seekers/index.js';
import { TaxonomyService } from '../../modules/taxonomy/index.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { formState, type FormState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { organizationOf } from './own-organization.js';
import { type ProfileSide, ProfilePage } from './profile.page.js';

const FIELDS = ['statement', 'sectors', 'serves'];
const seen = z.strictObject({ version: z.int() });

/** What one's organization says of itself: as a provider, and as a seeker. */
@Controller('organization')
export class ProfilesPages {
  constructor(
    private readonly providers: ProvidersService,
    private readonly providersQueries: ProvidersQueries,
    private readonly seekers: SeekersService,
    private readonly seekersQueries: SeekersQueries,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Get('provider')
  @Can('provider.edit')
  @Page()
  async provider(@CurrentActor() actor: PersonActor) {
    const { statement, sectors, serves, version } = await this.providersQueries.one(organizationOf(actor), actor);
    return this.page('provider', formState(FIELDS, { statement, sectors, serves }), version);
  }

  @Post('provider')
  @Can('provider.edit')
  @Page()
  saveProvider(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return this.save('provider', form, reader, async (version) => {
      const patch = form.parse(providerPatch, { ...said(form), serves: form.list('serves') });
      await this.providers.edit(actor, organizationOf(actor), version, patch);
    });
  }

  @Get('seeker')
  @Can('seeker.edit')
  @Page()
  async seeker(@CurrentActor() actor: PersonActor) {
    const { statement, sectors, version } = await this.seekersQueries.one(organizationOf(actor), actor);
    return this.page('seeker', formState(FIELDS, { statement, sectors }), version);
  }

  @Post('seeker')
  @Can('seeker.edit')
  @Page()
  saveSeeker(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return this.save('seeker', form, reader, async (version) => {
      await this.seekers.edit(actor, organizationOf(actor), version, form.parse(seekerPatch, said(form)));
    });
  }

  private save(side: ProfileSide, form: FormInput, reader: Reader, work: (version: number) => Promise<void>) {
    return submitted(
      { reader, form, fields: FIELDS },
      async () => {
        await work(form.parse(seen, { version: form.number('version') }).version);
        return redirect('/organization', 'saved');
      },
      (state) => this.page(side, state, Number(form.text('version') ?? 0)),
    );
  }

  private page(side: ProfileSide, form: FormState, version: number) {
    const book = this.taxonomy.current();
    const codes = (scheme: 'crs-category' | 'group' | 'region' | 'country') =>
      book.items(scheme).flatMap(({ code, status }) => (status === 'active' ? [code] : []));
    const lists = { sectors: codes('crs-category'), groups: codes('group'), countries: codes('country') };
    return <ProfilePage side={side} form={form} version={version} lists={lists} />;
  }
}

const said = (form: FormInput) => ({ statement: form.text('statement') ?? null, sectors: form.list('sectors') });
