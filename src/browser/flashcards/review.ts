/** The review of a deck: one card after the other, by keys and buttons. */
import { type CardText, cardText } from '../../garden/interface-texts/card-texts.ts';
import { ownValue } from '../../garden/own-value.ts';
import { element } from '../element.ts';
import { isModified } from '../modifier-keys.ts';
import { shownLanguage } from '../shown-language.ts';
import { keepReview, readReviews } from './kept-reviews.ts';
import { dayOf, dueCards, nextDue, type Rating, reviewed } from './schedule.ts';

const ratings: readonly Rating[] = ['again', 'hard', 'good', 'easy'];

/** Adds the review above the list of cards. */
export function startReview(panel: HTMLElement, list: HTMLElement): void {
  new DeckReview(panel, list).rest();
}

class DeckReview {
  private readonly cards: ReadonlyMap<string, HTMLElement>;
  private readonly panel: HTMLElement;
  private readonly list: HTMLElement;
  private readonly text: CardText = cardText(shownLanguage());
  /** Ids of the cards that are to be shown, the first one now. */
  private queue: string[] = [];

  constructor(panel: HTMLElement, list: HTMLElement) {
    this.panel = panel;
    this.list = list;
    const cards = [...list.querySelectorAll<HTMLElement>('[data-card]')];
    this.cards = new Map(cards.map((card) => [card.dataset['card'] ?? '', card]));
    panel.lang = shownLanguage();
    delete panel.dataset['awaitsScript'];
    document.addEventListener('keydown', (event) => this.press(event));
    list.addEventListener('toggle', () => this.showControls(), { capture: true });
  }

  /** Shows how many cards are due, and the whole list. */
  rest(done = false): void {
    const { text } = this;
    const ids = [...this.cards.keys()];
    const due = dueCards(ids, readReviews(), today());
    this.queue = [];
    this.show(null);
    const count = due.length > 0 ? text('due', due.length) : text('nothingDue');
    const next = due.length > 0 ? null : nextDue(ids, readReviews());
    const state = [done ? text('done') : count, next === null ? '' : this.nextText(next)];
    const start = button(text(due.length > 0 ? 'start' : 'startAll'), 'button primary');
    start.addEventListener('click', () => this.begin(due.length > 0 ? due : ids));
    const forget = button(text('forget'), 'quiet-button');
    forget.hidden = !ids.some((id) => ownValue(readReviews(), id));
    forget.addEventListener('click', () => {
      for (const id of ids) keepReview(id, null);
      this.rest();
    });
    const note = element('p', { className: 'review-note' }, text('kept'), ' ', forget);
    this.fill(element('p', { role: 'status' }, state.join(' ').trim()), start, note);
    if (done) start.focus();
  }

  private nextText(due: number): string {
    const { text } = this;
    return text('nextDue', this.daysText(due - today()));
  }

  private daysText(days: number): string {
    if (days <= 0) return this.text('today');
    return days === 1 ? this.text('oneDay') : this.text('days', days);
  }

  private begin(ids: readonly string[]): void {
    this.queue = [...ids];
    this.next();
  }

  private next(): void {
    const [id] = this.queue;
    if (id === undefined) {
      this.rest(true);
      return;
    }
    const card = this.cards.get(id) ?? null;
    const answer = card?.querySelector('details');
    if (answer) answer.open = false;
    this.show(card);
    this.showControls();
    card?.querySelector('summary')?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows one card only; null shows all of them. */
  private show(shown: HTMLElement | null): void {
    this.list.classList.toggle('is-review', shown !== null);
    for (const card of this.cards.values()) card.classList.toggle('is-current', card === shown);
    if (shown) this.list.after(this.panel);
    else this.list.before(this.panel);
  }

  private showControls(): void {
    const [id] = this.queue;
    if (id === undefined) return;
    const { text } = this;
    const stop = button(text('stop'), 'quiet-button');
    stop.addEventListener('click', () => this.rest());
    const state = element('p', { role: 'status' }, text('left', this.queue.length));
    const isOpen = this.cards.get(id)?.querySelector('details')?.open ?? true;
    this.fill(state, ...(isOpen ? ratings.map((rating) => this.ratingButton(rating)) : []), stop);
  }

  private ratingButton(rating: Rating): HTMLElement {
    const [id = ''] = this.queue;
    const { interval } = reviewed(ownValue(readReviews(), id), rating, today());
    const key = element('kbd', { ariaHidden: 'true' }, String(ratings.indexOf(rating) + 1));
    const when = element('small', {}, this.daysText(interval));
    const made = element('button', { type: 'button', className: 'button' });
    made.append(key, this.text(rating), ' ', when);
    made.addEventListener('click', () => this.rate(rating));
    return made;
  }

  private rate(rating: Rating): void {
    const [id, ...others] = this.queue;
    if (id === undefined) return;
    keepReview(id, reviewed(ownValue(readReviews(), id), rating, today()));
    this.queue = rating === 'again' ? [...others, id] : others;
    this.next();
  }

  private press(event: KeyboardEvent): void {
    const [id] = this.queue;
    if (id === undefined || isModified(event) || document.querySelector('dialog[open]')) return;
    const answer = this.cards.get(id)?.querySelector('details');
    const rating = answer?.open ? ratings[Number(event.key) - 1] : undefined;
    if (event.key === 'Escape') this.rest();
    else if (rating) this.rate(rating);
    else if (event.key === ' ' && answer && !isControl(event.target)) answer.open = !answer.open;
    else return;
    event.preventDefault();
  }

  private fill(...parts: readonly HTMLElement[]): void {
    this.panel.replaceChildren(...parts);
  }
}

/** Whether the space key is the element's own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, summary, a, input, label') !== null;
}

function button(text: string, className: string): HTMLButtonElement {
  return element('button', { type: 'button', className }, text);
}

function today(): number {
  return dayOf(new Date());
}
