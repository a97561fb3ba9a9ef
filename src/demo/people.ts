/**
 * Invented people with Danish names, streets and numbers. Zip codes and cities are real pairs. E-mail addresses use the
 * domains that RFC 2606 reserves, so that no mail reaches anybody.
 */
import { cities } from './cities.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  /** In E.164. */
  readonly phone: string;
  readonly address: string;
  readonly zip: string;
  readonly city: string;
}

const list = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);

const firstNames = list(`
  Anne Mette Kirsten Hanne Helle Susanne Lene Marianne Maria Camilla Louise Pia Line Ida Emma Freja Clara Sofie Laura
  Julie Mathilde Signe Astrid Karen Birgitte Charlotte Tina Trine Rikke Maja Nanna Amalie Asta Ella Agnes Yasmin Fatima
  Peter Michael Lars Thomas Jens Henrik Søren Christian Martin Jan Morten Jesper Anders Niels Rasmus Mads Per Hans Ole
  Kasper Mikkel Jonas Emil Frederik Noah Oscar William Carl Malthe August Magnus Bjørn Åge Jørgen Torben Ali Mohammed`);

const lastNames = list(`
  Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen
  Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen
  Lund Holm Schmidt Eriksen Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Jespersen Bech
  Nygaard Kjær Vestergaard Bruun Dahl Skov Østergaard Damgaard Winther Toft Friis Ravn Ahmed Nguyen`);

const streets = list(`
  Skovvej Kirkevej Møllevej Bakkevej Engvej Skolevej Strandvejen Lindevej Birkevej Egevej Bøgevej Rosenvej Tulipanvej
  Nørregade Søndergade Vestergade Østergade Stationsvej Havnegade Parkvej Solvej Markvej Lærkevej Svanevej Fasanvej
  Hybenvej Kløvervej Ahornvej Elmevej Kastanievej Granvej Fyrrevej Enghavevej Åvej Søvej Højvangen Byvej Hovedgaden
  Jernbanegade Torvegade Præstevej Industrivej Teglværksvej Poppelvej Vibevej Mågevej Ørnevej Violvej`);

const domains = ['example.com', 'example.org', 'example.net'];

/** The first two digits of Danish mobile numbers. With a third digit from 2 on, every number is valid in Denmark. */
const mobile = list('20 21 22 23 24 25 26 27 28 29 30 31 40 41 42 50 51 52 53 60 61 71 81 91 92 93');

export function makePerson(random: Random): Person {
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const [zip, city] = random.pick(cities);
  const mailbox = `${plain(first)}.${plain(last)}${random.chance(0.4) ? random.whole(1, 99) : ''}`;
  const floor = random.chance(0.15) ? `, ${random.whole(1, 4)}. ${random.pick(['tv', 'th', 'mf'])}` : '';
  return {
    name: `${first} ${last}`,
    email: `${mailbox}@${random.pickUneven(domains)}`,
    phone: `+45${random.pick(mobile)}${random.whole(200_000, 999_999)}`,
    address: `${random.pick(streets)} ${random.whole(1, 148)}${random.chance(0.1) ? random.pick(['A', 'B', 'C']) : ''}${floor}`,
    zip,
    city,
  };
}

/** The spelling for an e-mail address: `Søren` → `soeren`. */
function plain(name: string): string {
  const spelled: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };
  return name.toLowerCase().replace(/[æøå]/g, (letter) => spelled[letter] ?? letter);
}
