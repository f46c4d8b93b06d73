/** One medication, or one form of it that shows for another time, with the names under which people write it. */
export type MedicationEntry = {
  readonly name: string;
  /** Brands, abbreviations, salts and forms. A name of several words is looked for as these words in this order. */
  readonly names: readonly string[];
};

const listed = (rows: readonly (readonly [name: string, names: string])[]): readonly MedicationEntry[] =>
  rows.map(([name, names]) => ({ name, names: names === '' ? [] : names.split(', ') }));

const forOpioidUse = listed([
  ['buprenorphine', 'bup, bupe, bpn, suboxone, subutex, zubsolv, bunavail, cassipa, buprenex'],
  ['buprenorphine, extended-release', 'sublocade, brixadi, buvidal, cam2038, probuphine'],
  ['buprenorphine, low dose for pain', 'butrans, belbuca'],
  ['methadone', 'dolophine, methadose, diskets, methadone hcl, mtd'],
  ['naltrexone', 'revia, depade, ntx, nalt, ldn, contrave'],
  ['naltrexone, extended-release', 'vivitrol'],
  ['naloxone', 'narcan, kloxxado, zimhi, rivive, nx'],
]);

const opioids = listed([
  [
    'oxycodone',
    'oxycontin, oxy, oxy ir, oxyir, roxicodone, roxicet, roxybond, roxy, xtampza, oxaydo, percocet, percodan, endocet, endodan, nalocet, primlev, prolate, tylox, oxecta, targiniq, combunox',
  ],
  ['oxymorphone', 'opana, numorphan'],
  [
    'hydrocodone',
    'norco, vicodin, lortab, lorcet, hysingla, zohydro, vantrela, xodol, verdrocet, maxidone, zydone, vicoprofen, reprexain, ibudone, xylon, hycet, hycodan, hydromet, tussionex, tussigon, hydro apap',
  ],
  ['hydromorphone', 'dilaudid, exalgo, palladone'],
  [
    'morphine',
    'ms contin, mscontin, msir, ms er, ms ir, mso4, kadian, avinza, arymo, morphabond, embeda, roxanol, oramorph, duramorph, infumorph, mitigo',
  ],
  [
    'codeine',
    'tylenol 3, tylenol 4, tyl 3, tylenol no 3, tylenol number 3, apap codeine, fiorinal with codeine, cheratussin, cheratussin ac, robitussin ac, guaifenesin ac, virtussin, tuxarin, tuzistra',
  ],
  ['dihydrocodeine', 'trezix, panlor, synalgos'],
  ['opium', 'paregoric, opium tincture'],
  ['fentanyl', 'duragesic, actiq, fentora, subsys, abstral, lazanda, onsolis, sublimaze, ionsys'],
  ['tramadol', 'ultram, ultracet, conzip, ryzolt, rybix, qdolo, seglentis'],
  ['tapentadol', 'nucynta'],
  ['meperidine', 'demerol, pethidine'],
  ['pentazocine', 'talwin'],
  ['butorphanol', 'stadol'],
  ['nalbuphine', 'nubain'],
  ['levorphanol', 'levo dromoran'],
]);

const stimulants = listed([
  [
    'amphetamine',
    'adderall, mydayis, evekeo, adzenys, dyanavel, amphetamine salts, mixed amphetamine salts, amphetamine salt combo, mixed salts amphetamine, amfetamine, dextroamphetamine, dexamphetamine, dextro amphetamine, d amphetamine, dexedrine, dextrostat, zenzedi, procentra, xelstrym, lisdexamfetamine, lisdexamphetamine, vyvanse, arynta',
  ],
  ['methamphetamine', 'desoxyn'],
  ['benzphetamine', 'didrex, regimex'],
  [
    'methylphenidate',
    'ritalin, concerta, metadate, methylin, focalin, dexmethylphenidate, daytrana, quillivant, quillichew, jornay, aptensio, cotempla, azstarys, adhansia, relexxii, serdexmethylphenidate',
  ],
  ['phentermine', 'adipex, lomaira, qsymia, ionamin'],
  ['modafinil', 'provigil, armodafinil, nuvigil'],
]);

const sedatives = listed([
  ['alprazolam', 'xanax, niravam'],
  ['lorazepam', 'ativan, loreev'],
  ['clonazepam', 'klonopin, rivotril'],
  ['diazepam', 'valium, diastat, valtoco'],
  ['chlordiazepoxide', 'librium, librax, limbitrol'],
  ['clorazepate', 'tranxene'],
  ['temazepam', 'restoril'],
  ['oxazepam', 'serax'],
  ['triazolam', 'halcion'],
  ['midazolam', 'versed, nayzilam'],
  ['flurazepam', 'dalmane'],
  ['estazolam', 'prosom'],
  ['quazepam', 'doral'],
  ['clobazam', 'onfi, sympazan'],
  ['phenobarbital', 'phenobarb, phenobarbitone, luminal, sezaby, donnatal, phenohytro'],
  ['primidone', 'mysoline'],
  ['butalbital', 'fioricet, fiorinal, esgic, bupap, phrenilin, allzital, tencon, vtol'],
  ['secobarbital', 'seconal, pentobarbital, nembutal'],
  ['gabapentin', 'neurontin, gralise, horizant, gabarone, gbp'],
  ['pregabalin', 'lyrica'],
  ['carisoprodol', 'soma, vanadom'],
  ['meprobamate', 'miltown, equanil'],
  ['zolpidem', 'ambien, edluar, intermezzo, zolpimist'],
  ['eszopiclone', 'lunesta, zopiclone, zaleplon, sonata'],
  ['sodium oxybate', 'xyrem, xywav, lumryz'],
]);

const others = listed([
  ['dronabinol', 'marinol, syndros'],
  ['cannabidiol', 'epidiolex, cbd'],
  ['ketamine', 'ketalar, esketamine, spravato'],
  [
    'tricyclic antidepressant',
    'amitriptyline, elavil, nortriptyline, pamelor, doxepin, silenor, imipramine, tofranil, desipramine, norpramin, clomipramine, anafranil, trimipramine, protriptyline, amoxapine, tca',
  ],
  ['cyclobenzaprine', 'flexeril, amrix, fexmid'],
  ['dextromethorphan', 'delsym, robitussin dm, nuedexta, auvelity, dxm, nyquil, dayquil, mucinex dm'],
  ['nicotine replacement', 'nicotine, nicorette, nicoderm, nicotrol, nrt'],
  ['bupropion', 'wellbutrin, zyban, aplenzin, forfivo, contrave, auvelity'],
  ['trazodone', 'desyrel, oleptro'],
  ['quetiapine', 'seroquel'],
  ['diphenhydramine', 'benadryl, tylenol pm, advil pm, zzzquil, unisom sleepgels'],
]);

/** Known to show on no panel by themselves. Some cause what looks like another drug. */
const showingNothing = listed([
  ['acamprosate', 'campral'],
  ['disulfiram', 'antabuse'],
  ['topiramate', 'topamax, trokendi, qudexy'],
  ['lofexidine', 'lucemyra'],
  ['clonidine', 'catapres, kapvay'],
  ['guanfacine', 'intuniv, tenex'],
  ['varenicline', 'chantix, tyrvaya'],
  ['atomoxetine', 'strattera, viloxazine, qelbree'],
  ['selegiline', 'emsam, eldepryl, zelapar'],
  ['sertraline', 'zoloft'],
  ['fluoxetine', 'prozac, sarafem, symbyax'],
  ['citalopram', 'celexa, escitalopram, lexapro'],
  ['paroxetine', 'paxil, brisdelle'],
  ['venlafaxine', 'effexor, desvenlafaxine, pristiq'],
  ['duloxetine', 'cymbalta, drizalma'],
  ['mirtazapine', 'remeron'],
  ['vilazodone', 'viibryd, vortioxetine, trintellix, nefazodone'],
  ['buspirone', 'buspar'],
  ['hydroxyzine', 'vistaril, atarax'],
  ['lamotrigine', 'lamictal, subvenite'],
  ['lithium', 'lithobid, eskalith'],
  ['valproate', 'divalproex, depakote, depakene, valproic acid'],
  ['carbamazepine', 'tegretol, equetro, oxcarbazepine, trileptal'],
  ['levetiracetam', 'keppra'],
  ['risperidone', 'risperdal, perseris, uzedy, paliperidone, invega'],
  ['aripiprazole', 'abilify, aristada, brexpiprazole, rexulti, cariprazine, vraylar'],
  ['olanzapine', 'zyprexa, lybalvi'],
  ['ziprasidone', 'geodon, lurasidone, latuda, lumateperone, caplyta'],
  ['haloperidol', 'haldol, fluphenazine, perphenazine, chlorpromazine'],
  ['prazosin', 'minipress'],
  ['propranolol', 'inderal, metoprolol, lopressor, toprol, atenolol, carvedilol'],
  ['labetalol', 'trandate, normodyne'],
  ['lisinopril', 'losartan, amlodipine, norvasc, valsartan, hydrochlorothiazide, hctz, furosemide, spironolactone'],
  ['metformin', 'glucophage, insulin, semaglutide, ozempic, wegovy, liraglutide, tirzepatide, mounjaro, jardiance, empagliflozin'],
  ['atorvastatin', 'lipitor, rosuvastatin, crestor, simvastatin, pravastatin'],
  ['levothyroxine', 'synthroid'],
  ['omeprazole', 'prilosec, pantoprazole, protonix, esomeprazole, nexium, lansoprazole, prevacid, rabeprazole'],
  ['ranitidine', 'zantac'],
  ['famotidine', 'pepcid'],
  ['ondansetron', 'zofran'],
  ['promethazine', 'phenergan'],
  ['pseudoephedrine', 'sudafed, claritin d, zyrtec d, allegra d, mucinex d'],
  ['doxylamine', 'unisom, diclegis'],
  ['loratadine', 'claritin, cetirizine, zyrtec, fexofenadine, allegra, montelukast, fluticasone, flonase'],
  ['ibuprofen', 'advil, motrin, naproxen, aleve, meloxicam, celecoxib, diclofenac, ketorolac'],
  ['oxaprozin', 'daypro'],
  ['acetaminophen', 'tylenol, apap, aspirin'],
  ['methocarbamol', 'robaxin, tizanidine, zanaflex, baclofen, metaxalone'],
  ['prednisone', 'albuterol, prednisolone, methylprednisolone'],
  ['amoxicillin', 'augmentin, doxycycline, azithromycin, cephalexin, sulfamethoxazole, bactrim, clindamycin, penicillin'],
  ['quinolone antibiotic', 'ciprofloxacin, cipro, levofloxacin, levaquin, ofloxacin, moxifloxacin'],
  ['rifampin', 'rifadin, rifampicin'],
  ['efavirenz', 'sustiva, atripla'],
  ['hydroxychloroquine', 'plaquenil'],
  ['sofosbuvir', 'epclusa, mavyret, harvoni, glecaprevir'],
  ['emtricitabine', 'truvada, descovy, biktarvy, tenofovir'],
  ['melatonin', 'ramelteon, suvorexant, belsomra, vitamin, vitamins, multivitamin, thiamine, folic acid, folate, magnesium, iron'],
]);

/**
 * Every medication that is known before a program has added one: generic names, brands, abbreviations and long-acting forms as they are written in
 * the United States. Sources: DailyMed and FDA labels, general knowledge; a program's own map may say otherwise of each.
 */
export const medicationVocabulary: readonly MedicationEntry[] = [
  ...forOpioidUse,
  ...opioids,
  ...stimulants,
  ...sedatives,
  ...others,
  ...showingNothing,
];

/** Medications of which there are forms that last for weeks, and the words by which a list tells one. */
export const longActingForms: readonly { readonly of: string; readonly form: string; readonly words: readonly string[] }[] = [
  {
    of: 'buprenorphine',
    form: 'buprenorphine, extended-release',
    words: [
      'xr',
      'er',
      'lai',
      'extended',
      'monthly',
      'weekly',
      'injection',
      'injectable',
      'inj',
      'depot',
      'implant',
      'shot',
      'subcutaneous',
      'sq',
      'subq',
    ],
  },
  {
    of: 'buprenorphine',
    form: 'buprenorphine, low dose for pain',
    words: ['patch', 'transdermal', 'buccal', 'mcg'],
  },
  {
    of: 'naltrexone',
    form: 'naltrexone, extended-release',
    words: [
      'xr',
      'er',
      'lai',
      'extended',
      'monthly',
      'injection',
      'injectable',
      'inj',
      'depot',
      'implant',
      'shot',
      'im',
      'intramuscular',
      '380',
    ],
  },
];
