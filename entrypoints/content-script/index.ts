/**
 * The content script. Not WXT's kind: that one posts a message with the extension's id on every page, and
 * any page can end it (docs/decisions/0004-content-script-without-wxt-context.md).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { seeTreesWith } from '../../dom/rendered';
import { cardAddress } from '../../platform/our-pages';
import { shadowTreeOf } from '../../platform/shadow-trees';
import { startPage } from './start-page';

export default defineUnlistedScript(() => {
  seeTreesWith(shadowTreeOf);
  startPage(cardAddress()).catch((error) => console.error('Sidelight:', error));
});
