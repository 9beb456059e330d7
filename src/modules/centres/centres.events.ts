import { defineEvent } from '../../platform/events/domain-events.js';

/** A centre was appointed, changed or ended, or its officers changed: who serves these countries may be somebody else now. */
export const centreChanged = defineEvent<{ centreId: string; countries: string[] }>('centre.changed');

/** The designation letter of a centre ends so many days from now; 0: it has run out. */
export const centreLetterEnding = defineEvent<{ centreId: string; daysLeft: number }>('centre.letter-ending');
