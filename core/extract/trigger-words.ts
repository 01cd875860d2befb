/** Words of ours that tell what kind of name they stand in or beside. In small letters. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Before the name of a person. Trimmed from names. */
export const TITLES = words(`
mr mrs ms miss mx dr prof professor sir madam madame mme monsieur lord lady dame baron baroness count countess duke duchess
prince princess king queen emperor empress sultan emir sheikh shaikh sheik shah khan tsar czar kaiser pharaoh
president vice-president premier chancellor minister secretary governor mayor senator congressman congresswoman
congressperson representative rep sen gov deputy ambassador consul envoy commissioner chairman chairwoman chairperson chair chief
director judge justice attorney prosecutor sheriff marshal general gen lieutenant lt colonel col major maj captain capt
commander cmdr sergeant sgt corporal cpl private admiral adm commodore brigadier officer inspector detective
superintendent constable pope cardinal archbishop bishop reverend rev father fr sister brother pastor rabbi imam ayatollah
mullah patriarch dalai guru swami coach manager captain spokesman spokeswoman spokesperson speaker comrade
academician doctor nurse hon honourable honorable excellency leader activist journalist author writer poet singer actor
actress director analyst economist historian lawyer hajji haji mufti akim
`);

/** Bodies. */
export const ORGANISATION_HEADS = words(`
ministry department bureau office agency authority administration commission committee council board cabinet government parliament congress community electronics
senate assembly house duma majlis mazhilis bundestag knesset politburo court tribunal inquest police constabulary army navy force forces guard
guards corps command brigade regiment battalion militia front brigades party union alliance league coalition movement federation confederation
association society organization organisation foundation fund institute institution university college academy school polytechnic faculty
laboratory laboratories observatory centre center hospital clinic museum gallery library theatre theater orchestra ensemble choir church diocese synod bank
exchange company corporation corp inc ltd llc llp plc co gmbh ag sa nv group holdings holding partners associates industries
enterprises systems technologies technology motors airlines airways railways electric energy petroleum oil gas steel pharmaceuticals
entertainment pictures studios records media news times post journal gazette herald tribune telegraph guardian daily press
broadcasting television radio network channel club fc united city rovers athletic team squad band trust service services
network initiative task secretariat embassy consulate mission delegation chamber syndicate cartel brotherhood taliban
sangh dal morcha hezbollah hamas bloc greens democrats conservatives liberals socialists communists
`);

/** Places. */
export const PLACE_HEADS = words(`
river lake sea ocean bay gulf strait channel canal mountain mountains mount hill hills valley desert forest park island islands
isle peninsula cape coast plateau plain basin delta glacier volcano reef archipelago street avenue road boulevard lane drive
highway square bridge airport station port harbour harbor dam reservoir stadium arena tower palace castle temple cathedral
mosque monastery abbey fort fortress prison camp city town village county district province prefecture state region oblast
okrug krai republic kingdom emirate sultanate territory canton borough parish municipality governorate raion aimag
heights beach creek falls springs gorge canyon pass steppe border corridor wall zone
`);

/** Happenings. */
export const EVENT_HEADS = words(`
war wars battle siege revolution revolt uprising rebellion coup massacre genocide holocaust crisis famine pandemic epidemic election elections referendum
summit conference forum olympics paralympics games cup championship championships tournament grand prix open masters marathon festival expo exhibition fair
day week month year anniversary congress crusade crusades renaissance enlightenment reformation earthquake hurricane typhoon
cyclone tsunami eruption protests attacks bombing shooting incident scandal affair trial trials ceremony awards
strike campaign operation plebiscite census plenum intifada spring
`);

/** What is decided or agreed. */
export const POLICY_HEADS = words(`
act law laws bill treaty agreement accord accords pact convention protocol charter constitution declaration resolution directive
regulation policy plan strategy initiative programme program doctrine memorandum deal amendment code decree edict reform
road sanctions scheme guidelines roadmap framework
`);

/** What is written, made or played. */
export const WORK_HEADS = words(`
book novel film movie series show song album opera symphony painting report bible quran koran torah gospel epic saga
dictionary encyclopedia encyclopaedia manifesto anthology trilogy
`);

export const CALENDAR = words(`
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october november
december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter
am pm a.m p.m gmt est edt pst bst utc bc ad bce ce
`);
