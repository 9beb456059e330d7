import { classes } from './attributes.js';
import { Hint } from './hint.js';
import { scriptWords } from './script-words.js';
import { Textarea, type TextareaProps } from './textarea.js';
import { Worded } from './words.js';

export interface CharacterCountProps extends TextareaProps {
  /** One may type more and is told so: a text that is cut while it is pasted is a text lost. The server refuses it. */
  maxlength: number;
  /** The count appears once this percentage is used. */
  threshold?: number;
}

/** A text with the number of characters that are left; without script, with their limit. */
export const CharacterCount = ({ maxlength, threshold, describedBy, ...props }: CharacterCountProps) => {
  const infoId = `${props.id ?? props.name}-info`;
  return (
    <Worded>
      {({ characters }) => (
        <Textarea
          {...props}
          describedBy={classes(describedBy, infoId)}
          class={classes('govuk-js-character-count', props.class)}
          groupClass={classes('govuk-character-count', props.groupClass)}
          groupAttributes={{
            'data-module': 'govuk-character-count',
            'data-maxlength': maxlength,
            'data-threshold': threshold,
            ...scriptWords({
              'characters-under-limit': characters.under,
              'characters-at-limit': characters.at,
              'characters-over-limit': characters.over,
            }),
          }}
          after={
            <Hint id={infoId} class="govuk-character-count__message">
              {characters.limit(maxlength)}
            </Hint>
          }
        />
      )}
    </Worded>
  );
};
