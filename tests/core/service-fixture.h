/* service-fixture.h – an account at a scripted service
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mock-server.h"
#include "surmise-account-private.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define TOKEN "0123456789abcdef0123456789abcdef"
#define TYPES_PATH "/v2/users/clarifai/apps/main/models/types"
#define ALL_MODELS "/v2/models"
#define MODEL(id, type) "{\"id\":\"" id "\",\"user_id\":\"u\",\"app_id\":\"a\",\"model_type_id\":\"" type "\"}"
#define PAGE(models) "{\"status\":{\"code\":10000},\"models\":[" models "]}"

typedef struct
{
  MockServer     *server;
  SurmiseAccount *account;
} ServiceFixture;

void        service_fixture_set_up      (ServiceFixture *self,
                                         gconstpointer   data);
/* Also shows that nothing keeps the account. */
void        service_fixture_tear_down   (ServiceFixture *self,
                                         gconstpointer   data);
const char *service_fixture_get_query   (ServiceFixture *self,
                                         guint           i);
/* As many entries as a page of the search has. */
void        service_fixture_reply_pages (ServiceFixture *self,
                                         const char     *path,
                                         guint           n_pages,
                                         const char     *type);

G_END_DECLS
