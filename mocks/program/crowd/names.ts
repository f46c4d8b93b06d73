type Names = readonly [string, ...string[]];
const split = (text: string): Names => text.split(' ') as [string, ...string[]];

export const firstNames: Names = split(
  'Abena Adrian Aisha Alma Amir Andre Anika Arlo Asha Beatriz Bela Benny Bianca Bo Bruno Caleb Camila Carmen Casey Cedric Chidi Clara Cole Corinne Cyrus Dalia Damon Dana Darnell Delia ' +
    'Desmond Devi Diego Dina Dominic Edith Efua Eli Elise Emeka Emil Erin Esme Ezra Farah Felix Fiona Flora Gabe Gloria Grant Greta Gus Hana Harlan Hector Hilda Hugo Ida Imani Ines ' +
    'Isaac Ivy Jada Jamal Jasper Jin Joao Joelle Jonah Josie Juno Kai Kamala Kareem Kaya Keiko Kendra Kofi Lana Leila Lena Levi Lionel Lola Lorna Luca Lucia Luz Mabel Malik Marcel Mariam ' +
    'Marta Mateo Mei Mila Milo Mira Monique Nadia Naomi Nell Nico Nina Odell Olga Omar Oscar Otis Paloma Paz Petra Quinn Rafael Ravi Reina Rhea Rico Rosa Ruben Sadie Salma Santos Selena ' +
    'Silas Simone Soren Stella Suki Tamar Tariq Tess Thea Toby Uma Uri Vera Viktor Wanda Wes Willa Xavier Yara Yusuf Zaid Zora',
);

export const lastNames: Names = split(
  'Abbott Acosta Adeyemi Ahmadi Alder Amundsen Anaya Arce Ashby Bajwa Baptiste Barlow Becker Bello Berg Birch Bishara Blom Boone Brandt Cahill Calloway Castillo Chen Clemente Cobb Corrigan ' +
    'Crane Cruz Dagher Dalton Danso Delgado Diaz Dorsey Draper Duval Eaves Ek Ellery Emerson Escobar Fairley Farouk Finch Flores Fontaine Fox Friel Galvan Garrow Gill Goode Greer Guzman Haddad ' +
    'Hale Hanley Harmon Hayashi Hendry Holt Ibarra Inoue Ito Jansen Jarvis Jimenez Jones Kane Kaur Keita Kemper Kim Klein Kruger Laing Larkin Lemus Li Lockhart Lopez Lund Maddow Malone Marsh ' +
    'Mbaye Mendez Merrow Mistry Moon Moreno Moss Nair Nazari Nguyen Nordin Obi Ojeda Olsen Ortega Osei Padilla Palmer Patel Pena Petrov Pham Poole Quintero Rahimi Ramsey Reyes Rhodes Rivas Rowe ' +
    'Saeed Salas Sato Sayers Shah Sims Solis Soto Stroud Suarez Tate Teague Tran Udo Upton Vance Vargas Vega Voss Walsh Ward Weir Wolde Yates Yilmaz Yoon Zamora Zeller',
);
