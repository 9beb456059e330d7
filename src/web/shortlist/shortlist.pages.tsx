import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import type { PersonActor } from '../../kernel/actor.js';
import { ShortlistService } from '../../modules/searches/index.js';
import { Can, CurrentActor, uuid } from '../../platform/http/index.js';
import { formState } from '../components/index.js';
import { CurrentReader, Form, type FormInput, Page, type Reader, redirect, submitted } from '../page/index.js';
import type { ComparedOffer } from './comparison.js';
import { ComparePage } from './compare.page.js';
import { ShortlistPage } from './shortlist.page.js';

export const COMPARE_MAX = 3;
const added = z.strictObject({ listingId: z.uuid() });
const chosen = z.object({ id: z.union([z.string(), z.array(z.string())]).optional() });

/** Listings that one has set aside, and up to three offers of them side by side. */
@Controller('shortlist')
export class ShortlistPages {
  constructor(private readonly shortlist: ShortlistService) {}

  @Get()
  @Can('shortlist.read')
  @Page()
  async show(@CurrentActor() actor: PersonActor) {
    return <ShortlistPage entries={await this.shortlist.list(actor)} form={formState([])} />;
  }

  /** From the page of a listing, by its id. */
  @Post()
  @Can('shortlist.add', { own: true })
  @Page()
  add(@Form() form: FormInput, @CurrentReader() reader: Reader, @CurrentActor() actor: PersonActor) {
    return submitted(
      { reader, form, fields: [] },
      async () => {
        const { listingId } = form.parse(added, { listingId: form.text('listingId') });
        await this.shortlist.add(actor, listingId);
        return redirect('/shortlist', 'shortlisted');
      },
      async (state) => <ShortlistPage entries={await this.shortlist.list(actor)} form={state} />,
    );
  }

  @Get('compare')
  @Can('shortlist.read')
  @Page()
  async compare(@Query({ schema: chosen }) { id }: z.infer<typeof chosen>, @CurrentActor() actor: PersonActor) {
    const ids = [...new Set([id ?? []].flat())].slice(0, COMPARE_MAX);
    const found = (await this.shortlist.compare(actor, ids)) as unknown as ComparedOffer[];
    return <ComparePage offers={found.filter(({ kind }) => kind !== 'need')} />;
  }

  /** It can be put back with one click, so nobody is asked first. */
  @Post(':id/remove')
  @Can('shortlist.remove', { own: true })
  @Page()
  async remove(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: PersonActor) {
    await this.shortlist.remove(actor, id);
    return redirect('/shortlist', 'unlisted');
  }
}
