/** The background: answers from the library, and keeps badges and page lists true. */
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from './start-background';

export default defineBackground(startBackground);
