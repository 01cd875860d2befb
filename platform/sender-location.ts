/** Where a page is, as the background knows it: what a page says of itself may be a lie. */
import type { PageLocation } from '../core/model/location';
import type { Sender } from './messages';

/** The place of a top frame. Its own word counts for the address within its site: Firefox tells the first one. */
export function locationOfTop({ url = '' }: Sender, claimed: PageLocation): PageLocation {
  const told = URL.parse(url);
  const said = claimed.page === null ? null : URL.parse(claimed.page);
  const isSaidThere = said?.protocol === told?.protocol && said?.host === told?.host;
  return { site: told?.hostname || null, page: isSaidThere ? claimed.page : null };
}
