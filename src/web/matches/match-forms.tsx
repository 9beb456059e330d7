import { Injectable } from '@nestjs/common';
import { MatchesService, MatchScreens } from '../../modules/matching/index.js';
import { type FormInput, type PageAnswer, type Reader, submitted } from '../page/index.js';
import { DeskMatchScreen } from '../match-review/desk-match.screen.js';
import { tickField } from '../match-review/tick-field.js';
import { decide } from './decide.js';
import { matchFields } from './match-fields.js';
import { MatchPage } from './match.page.js';
import { MatchReading } from './match-reading.js';

/** Forms that stand on the page of a match itself: refused, they are shown there again with every word kept. */
@Injectable()
export class MatchForms {
  constructor(
    private readonly matches: MatchesService,
    private readonly screens: MatchScreens,
    private readonly reading: MatchReading,
    private readonly desk: DeskMatchScreen,
  ) {}

  async onMatch(
    { reader, form, id }: { reader: Reader; form: FormInput; id: string },
    act: () => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const { matches, screens } = this;
    // Who may not see the match learns nothing of it from its forms.
    const whole = await this.reading.whole(reader.actor, id);
    const conflict = { matches, screens, reader, form, id, path: `/matches/${id}` };
    return submitted(
      { reader, form, fields: [...matchFields(whole), ...tickedIn(form)] },
      () => decide(conflict, act),
      (state) => (whole.match.side === null ? this.desk.page(reader, whole, state) : <MatchPage whole={whole} form={state} />),
    );
  }
}

/** Boxes of the checklist that were ticked: they stay so when the decision is refused. */
const tickedIn = ({ values }: FormInput): string[] => Object.keys(values).filter((name) => name.startsWith(tickField('')));
