import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { DESK_ACTS, deskKeys, PeopleQueries, PeopleService, USUAL_KEYS } from '../../modules/identity/index.js';
import { Can, CurrentActor } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import { DESK_KEYS, DeskKeysPage } from './desk-keys.page.js';

const seen = z.strictObject({ version: z.int() });

/** Whether single keys lead through the pages of a desk, and which. */
@Controller('account/desk-keys')
export class DeskKeysPages {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
  ) {}

  @Get()
  @Can('me.read')
  @Page()
  async show(@CurrentActor() actor: PersonActor) {
    const { deskKeys: keys, version } = await this.queries.me(actor);
    return <DeskKeysPage version={version} form={formState(DESK_KEYS, { ...USUAL_KEYS, ...keys, on: keys ? 'true' : undefined })} />;
  }

  @Post()
  @Can('me.edit', { own: true })
  @Page()
  save(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: DESK_KEYS },
      async () => {
        const keys = Object.fromEntries(DESK_ACTS.map((act) => [act, form.text(act) ?? '']));
        const { version } = form.parse(seen, { version: form.number('version') });
        await this.people.change(actor, { deskKeys: form.boolean('on') === true ? form.parse(deskKeys, keys) : null }, version);
        return redirect('/account/desk-keys', 'saved');
      },
      async (state) => <DeskKeysPage version={(await this.queries.me(actor)).version} form={state} />,
    );
  }
}
