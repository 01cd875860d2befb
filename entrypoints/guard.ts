/** Runs in Firefox before any script of a page. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { EventGuard } from '../dom/event-guard';
import { shared } from '../dom/guard';

export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    shared.sidelightGuard = new EventGuard();
  },
});
