/** Texts in the manner of a city's own: what panels are asked, by whom, about which places. */

const text = (fi, sv) => ({ fi, sv });

export const BODIES = [
  text('Valtuusto', 'Fullmäktige'),
  text('Kaupunginhallitus', 'Stadsstyrelsen'),
  text('Kaupunkisuunnittelulautakunta', 'Stadsplaneringsnämnden'),
  text('Kasvun ja oppimisen lautakunta', 'Nämnden för växande och lärande'),
  text('Palvelujen järjestämisen lautakunta', 'Nämnden för ordnande av tjänster'),
  text('Aluevaltuusto', 'Välfärdsområdesfullmäktige'),
];

export const PLACES = [
  text('Suur-Leppävaara', 'Stor-Alberga'),
  text('Suur-Tapiola', 'Stor-Hagalund'),
  text('Suur-Matinkylä', 'Stor-Mattby'),
  text('Suur-Espoonlahti', 'Stor-Esboviken'),
  text('Suur-Kauklahti', 'Stor-Köklax'),
  text('Vanha-Espoo', 'Gamla Esbo'),
  text('Pohjois-Espoo', 'Norra Esbo'),
  text('Hyvinkää', 'Hyvinge'),
  text('Järvenpää', 'Träskända'),
  text('Tuusula', 'Tusby'),
];

const issue = (fi, sv, textFi, textSv) => ({ title: text(fi, sv), text: text(textFi, textSv) });

export const ISSUES = [
  issue(
    'Pääreitit ajokuntoon ennen aamun matkoja',
    'Huvudstråken i skick före morgonens resor',
    'Kaupunki auraa ja hiekoittaa kävelyn ja pyöräilyn pääreitit ennen kello seitsemää kaikilla suuralueilla.',
    'Staden plogar och sandar huvudstråken för gång och cykling före klockan sju i alla storområden.',
  ),
  issue(
    'Pyöräpysäköintiä asemille',
    'Cykelparkering vid stationerna',
    'Kaupunki lisää katettua pyöräpysäköintiä metro- ja juna-asemille ja merkitsee paikat selvästi.',
    'Staden utökar den täckta cykelparkeringen vid metro- och tågstationerna och märker ut platserna tydligt.',
  ),
  issue(
    'Poikittaiset bussiyhteydet kuntoon',
    'De tvärgående busslinjerna i skick',
    'Kaupunki esittää poikittaisille bussilinjoille enintään 15 minuutin vuoroväliä arkisin kello 6–20.',
    'Staden föreslår högst 15 minuters turintervall för de tvärgående busslinjerna på vardagar kl. 6–20.',
  ),
  issue(
    'Pysäköinnin hinta saa ohjata',
    'Parkeringsavgiften får styra',
    'Pysäköinnin hintaa voidaan nostaa kaupunkikeskuksissa vähitellen, kun joukkoliikenne samalla paranee.',
    'Parkeringsavgiften kan höjas stegvis i stadscentrumen när kollektivtrafiken samtidigt förbättras.',
  ),
  issue(
    'Palveluliikenne terveysasemille',
    'Servicetrafik till hälsostationerna',
    'Kutsuohjattu palveluliikenne vie terveysasemalle kaikista kunnista vähintään kahdesti viikossa.',
    'Anropsstyrd servicetrafik går till hälsostationen från alla kommuner minst två gånger i veckan.',
  ),
  issue(
    'Liikkuva vastaanotto pieniin kuntiin',
    'Mobil mottagning i små kommuner',
    'Hoitajan liikkuva vastaanotto käy Pornaisissa ja Mäntsälän kylissä vähintään kerran viikossa.',
    'Skötarens mobila mottagning besöker Borgnäs och byarna i Mäntsälä minst en gång i veckan.',
  ),
  issue(
    'Nuorten mielen hyvinvointi',
    'De ungas psykiska välbefinnande',
    'Keskusteluapua on saatava koulupäivän aikana ilman ajanvarausta ja viikon sisällä omassa kunnassa.',
    'Samtalsstöd ska finnas under skoldagen utan tidsbeställning och inom en vecka i den egna kommunen.',
  ),
  issue(
    'Kaupunkikeskusten katutila',
    'Gaturummet i stadscentrumen',
    'Keskustoissa tila ei riitä kaikelle. Paneeli punnitsee vaihtoehtoja ennen kuin linjaukset valmistellaan.',
    'I centrumen räcker utrymmet inte till allt. Panelen väger alternativen innan riktlinjerna bereds.',
  ),
];

export const REASONS = [
  text(
    'Asiaan liittyy vaikeita arvovalintoja, ja asukkaiden arki on eri alueilla hyvin erilaista.',
    'Frågan gäller svåra värdeval, och invånarnas vardag ser mycket olika ut i olika områden.',
  ),
  text(
    'Osallistuminen ei saa kasautua vain aktiivisimmille, vaan eri-ikäisten on tultava kuulluiksi.',
    'Deltagandet får inte samlas hos de mest aktiva, utan olika åldersgrupper ska bli hörda.',
  ),
  text(
    'Panelistit vertasivat omia arkimatkojaan asiantuntijoiden esittämiin karttoihin ja lukuihin.',
    'Panelmedlemmarna jämförde sina egna vardagsresor med experternas kartor och siffror.',
  ),
  text(
    'Osa asukkaista ei pääse palveluihin ilman autoa, ja liikenne voi siirtyä asuntokaduille.',
    'En del av invånarna når inte tjänsterna utan bil, och trafiken kan flytta till bostadsgator.',
  ),
];

export const RESPONSES = [
  text(
    'Esitys otetaan huomioon, kun liikkumisen linjauksia valmistellaan. Asiasta raportoidaan vuosittain.',
    'Förslaget beaktas när riktlinjerna för mobilitet bereds. Om saken rapporteras varje år.',
  ),
  text(
    'Toimeen varataan rahoitus ensi vuoden talousarviossa. Työ alkaa niillä alueilla, joilla tarve on suurin.',
    'Finansiering reserveras i nästa års budget. Arbetet börjar i de områden där behovet är störst.',
  ),
  text(
    'Tavoite on hyvä, mutta vuoroväleistä päättää Helsingin seudun liikenne. Kaupunki neuvottelee asiasta.',
    'Målet är gott, men turintervallen bestäms av Helsingforsregionens trafik. Staden förhandlar om saken.',
  ),
];

const option = ([code, fi, sv]) => ({ code, label: text(fi, sv) });

const question = (id, label, hint, reason, options, more = {}) => ({
  id,
  label,
  hint,
  reason,
  options: options.map(option),
  declinable: false,
  ownWords: false,
  ...more,
});

/** Eight questions, four of them with room for own words: seven groups of radios, one select, four lines of text. */
export const QUESTIONS = [
  question(
    'gender',
    text('Sukupuoli', 'Kön'),
    text(
      'Voit myös kertoa omin sanoin. Omia sanojasi ei käytetä arvonnassa.',
      'Du kan också berätta med egna ord. Dina egna ord används inte vid lottningen.',
    ),
    text(
      'Kysymme tätä, jotta paneelissa kuullaan eri sukupuolia samassa suhteessa kuin alueella asuu ihmisiä.',
      'Vi frågar detta för att olika kön ska vara representerade i samma proportion som bland invånarna.',
    ),
    [
      ['woman', 'Nainen', 'Kvinna'],
      ['man', 'Mies', 'Man'],
      ['other', 'Muu', 'Annat'],
    ],
    { declinable: true, ownWords: true },
  ),
  question(
    'education',
    text('Koulutus', 'Utbildning'),
    text(
      'Valitse korkein koulutus, jonka olet suorittanut loppuun.',
      'Välj den högsta utbildning som du har slutfört.',
    ),
    text(
      'Kysymme tätä, jotta eri taustaiset tulevat kuulluiksi eikä osallistuminen kasaudu vain aktiivisimmille.',
      'Vi frågar detta för att personer med olika bakgrund ska bli hörda och för att inte bara de mest aktiva ska delta.',
    ),
    [
      ['basic', 'Peruskoulu tai ei tutkintoa', 'Grundskola eller ingen examen'],
      ['secondary', 'Ammatillinen tutkinto tai lukio', 'Yrkesexamen eller gymnasium'],
      ['lower', 'Alempi korkeakoulututkinto', 'Lägre högskoleexamen'],
      ['upper', 'Ylempi korkeakoulututkinto', 'Högre högskoleexamen'],
    ],
    { declinable: true },
  ),
  question(
    'area',
    text('Suuralue, jolla asut', 'Storområde där du bor'),
    text(
      'Esimerkiksi Kilo kuuluu Suur-Leppävaaraan ja Olari Suur-Matinkylään.',
      'Till exempel Kilo hör till Stor-Alberga och Olars till Stor-Mattby.',
    ),
    text(
      'Kysymme tätä, jotta paneelissa on asukkaita Espoon kaikilta suuralueilta.',
      'Vi frågar detta för att panelen ska ha invånare från alla Esbos storområden.',
    ),
    PLACES.slice(0, 7).map(({ fi, sv }, index) => [`area-${index + 1}`, fi, sv]),
  ),
  question(
    'center',
    text('Lähin keskus', 'Närmaste centrum'),
    text('Valitse se, jossa käyt useimmin.', 'Välj det som du oftast besöker.'),
    text(
      'Kysymme tätä, koska keskuksissa liikutaan eri tavoin.',
      'Vi frågar detta eftersom man rör sig på olika sätt i centrumen.',
    ),
    [
      ['leppavaara', 'Leppävaara', 'Alberga'],
      ['tapiola', 'Tapiola', 'Hagalund'],
      ['otaniemi', 'Otaniemi', 'Otnäs'],
      ['matinkyla', 'Matinkylä', 'Mattby'],
      ['olari', 'Olari', 'Olars'],
      ['espoonlahti', 'Espoonlahti', 'Esboviken'],
      ['kivenlahti', 'Kivenlahti', 'Stensvik'],
      ['kauklahti', 'Kauklahti', 'Köklax'],
      ['keskus', 'Espoon keskus', 'Esbo centrum'],
      ['kalajarvi', 'Kalajärvi', 'Kalajärvi'],
    ],
  ),
  question(
    'language',
    text('Äidinkieli', 'Modersmål'),
    text('Valitse kieli, jota puhut parhaiten.', 'Välj det språk som du talar bäst.'),
    text(
      'Kysymme tätä, koska kieli ja kulttuuritausta vaikuttavat siihen, kenen ääni kuuluu päätöksenteossa.',
      'Vi frågar detta eftersom språk och kulturell bakgrund påverkar vem som hörs i beslutsfattandet.',
    ),
    [
      ['fi', 'Suomi', 'Finska'],
      ['sv', 'Ruotsi', 'Svenska'],
      ['other', 'Muu kieli', 'Annat språk'],
    ],
    { ownWords: true },
  ),
  question(
    'work',
    text('Mitä teet arkipäivisin?', 'Vad gör du på vardagar?'),
    text('Valitse se, johon kuluu eniten aikaa.', 'Välj det som tar mest tid.'),
    text(
      'Kysymme tätä, koska työssä, koulussa ja kotona olevien matkat ovat erilaisia.',
      'Vi frågar detta eftersom resorna är olika för dem som arbetar, studerar och är hemma.',
    ),
    [
      ['work', 'Olen työssä', 'Jag arbetar'],
      ['study', 'Opiskelen', 'Jag studerar'],
      ['retired', 'Olen eläkkeellä', 'Jag är pensionär'],
      ['home', 'Olen kotona', 'Jag är hemma'],
      ['seeking', 'Etsin työtä', 'Jag söker arbete'],
    ],
    { declinable: true, ownWords: true },
  ),
  question(
    'travel',
    text('Miten kuljet useimmin?', 'Hur rör du dig oftast?'),
    text('Ajattele tavallista viikkoa.', 'Tänk på en vanlig vecka.'),
    text(
      'Kysymme tätä, jotta paneelissa on eri tavoin liikkuvia.',
      'Vi frågar detta för att panelen ska ha personer som rör sig på olika sätt.',
    ),
    [
      ['walk', 'Kävellen', 'Till fots'],
      ['bicycle', 'Pyörällä', 'Med cykel'],
      ['transit', 'Joukkoliikenteellä', 'Med kollektivtrafik'],
      ['car', 'Autolla', 'Med bil'],
    ],
    { ownWords: true },
  ),
  question(
    'household',
    text('Keitä kotiisi kuuluu?', 'Vilka hör till ditt hushåll?'),
    text('Valitse sopivin.', 'Välj det som passar bäst.'),
    text(
      'Kysymme tätä, koska lapsiperheiden ja yksin asuvien tarpeet ovat erilaisia.',
      'Vi frågar detta eftersom barnfamiljer och de som bor ensamma har olika behov.',
    ),
    [
      ['alone', 'Asun yksin', 'Jag bor ensam'],
      ['two', 'Kaksi aikuista', 'Två vuxna'],
      ['children', 'Lapsia ja aikuisia', 'Barn och vuxna'],
      ['other', 'Muu koti', 'Annat hushåll'],
    ],
    { declinable: true },
  ),
];
