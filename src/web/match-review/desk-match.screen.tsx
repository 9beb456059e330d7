import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { MatchScreens } from '../../modules/matching/index.js';
import { isAdministrator } from '../../kernel/actor.js';
import type { FormState } from '../components/index.js';
import type { WholeMatch } from '../matches/match-reading.js';
import type { Reader } from '../page/index.js';
import { DeskMatchPage } from './desk-match.page.js';
import { tickField } from './tick-field.js';

/** The review page of a match, with what a reviewer has to confirm and what comes next in the queue. */
@Injectable()
export class DeskMatchScreen {
  constructor(private readonly screens: MatchScreens) {}

  async page({ actor }: Reader, whole: WholeMatch, form: FormState): Promise<VNode> {
    const { id } = whole.match;
    const [checklist, next] = await Promise.all([this.screens.checklist(actor, id), this.screens.nextInQueue(actor, id)]);
    const values = { ...Object.fromEntries(checklist.map(({ key }) => [tickField(key), undefined])), ...form.values };
    return (
      <DeskMatchPage whole={whole} form={{ ...form, values }} checklist={checklist} next={next} isAdministrator={isAdministrator(actor)} />
    );
  }
}
