import type { ComponentChildren } from 'preact';
import { type Attributes, classes } from './attributes.js';

export interface Task {
  title: ComponentChildren;
  /** Without it the task cannot be started yet. */
  href?: string;
  hint?: ComponentChildren;
  /** A text, or a `Tag` for what still has to be done. */
  status: ComponentChildren;
  class?: string;
  titleClass?: string;
  statusClass?: string;
}

export interface TaskListProps {
  items: readonly Task[];
  /** Start of all ids; needed where a page has two lists. */
  idPrefix?: string;
  class?: string;
  attributes?: Attributes;
}

const Item = ({ task, id }: { task: Task; id: string }) => {
  const hintId = `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classes('govuk-link', 'govuk-task-list__link', task.titleClass)}
            href={task.href}
            aria-describedby={classes(task.hint && hintId, statusId)}
          >
            {task.title}
          </a>
        ) : (
          <div class={task.titleClass}>{task.title}</div>
        )}
        {task.hint && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', task.statusClass)} id={statusId}>
        {task.status}
      </div>
    </li>
  );
};

export const TaskList = ({ items, idPrefix = 'task-list', ...props }: TaskListProps) => (
  <ul class={classes('govuk-task-list', props.class)} {...props.attributes}>
    {items.map((task, index) => (
      <Item task={task} id={`${idPrefix}-${index + 1}`} />
    ))}
  </ul>
);
