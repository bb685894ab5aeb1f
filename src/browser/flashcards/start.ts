/** On a page of flashcards: adds the review. */
import { startReview } from './review.ts';

const panel = document.querySelector<HTMLElement>('[data-review]');
const list = document.querySelector<HTMLElement>('.flashcards');
if (panel && list) startReview(panel, list);
