/** Runs on every page: what is small stays here, what is large is fetched when the reader asks. */
import { startSettings } from './settings.ts';

startSettings();
