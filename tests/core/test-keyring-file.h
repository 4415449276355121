/* test-keyring-file.h – libsecret's file back end in a folder of the test's own
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Where meson asks for the file back end: gives it a file. Both before and after all tests. */
void test_keyring_file_begin (void);
void test_keyring_file_end   (void);
